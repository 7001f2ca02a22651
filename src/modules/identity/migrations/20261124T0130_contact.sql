alter table identity.party add column email_verified_at timestamptz;

create table identity.email_code (
  party_id    uuid primary key references identity.party,
  email       text not null,
  code_hash   text not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       integer not null default 0
);
comment on table identity.email_code is 'The one-time code that proves an address (mã xác nhận thư điện tử). The newest of a party counts.';

grant select, insert, update, delete on identity.email_code to tgs_app;
