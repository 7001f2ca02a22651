create table identity.client (
  id            text primary key check (id ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  name          text not null,
  unit_id       integer not null references kernel.unit,
  permissions   text[] not null,
  secret_hash   text not null,
  secret_made_at timestamptz not null,
  valid_from    date not null,
  valid_to      date,
  last_used_at  timestamptz,
  created_at    timestamptz not null,
  constraint clients_end_after_they_begin check (valid_to is null or valid_to >= valid_from)
);
comment on table identity.client is 'Another system that asks by a key of its own (hệ thống đối tác). Only a hash of its secret, which is random, is kept.';

create table identity.client_token (
  token_hash  text primary key,
  client_id   text not null references identity.client,
  issued_at   timestamptz not null,
  expires_at  timestamptz not null
);
comment on table identity.client_token is 'An access token of a partner system (mã truy cập), for a short while. Only its hash is kept.';
create index client_token_client on identity.client_token (client_id);
create index client_token_expiry on identity.client_token (expires_at);

grant select, insert, update on identity.client to tgs_app;
grant select, insert, delete on identity.client_token to tgs_app;
