create table identity.consent_code (
  id          uuid primary key,
  party_id    uuid not null references identity.party,
  account_id  uuid not null references kernel.account,
  unit_id     integer not null references kernel.unit,
  purpose     text not null,
  words       text not null,
  valid_to    date not null,
  code_hash   text not null,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  tries       integer not null default 0,
  unique (party_id, account_id)
);
comment on table identity.consent_code is 'A one-time code by which somebody agrees to be helped (mã một lần để đồng ý): sent to their proved address, read out to the helper. The newest of the two counts.';

grant select, insert, update, delete on identity.consent_code to tgs_app;
