create schema identity;
grant usage on schema identity to tgs_app;

create table identity.party (
  id          uuid primary key,
  kind        text not null check (kind in ('person', 'organisation')),
  number      text not null,
  name        text not null,
  email       text,
  phone       text,
  locale      text not null default 'vi',
  created_at  timestamptz not null,
  unique (kind, number)
);
comment on table identity.party is 'Who a dossier can belong to (cá nhân, tổ chức): a person by their personal identification number, an organisation by its code.';

create table identity.session (
  token_hash  text primary key,
  person_id   uuid not null references identity.party,
  party_id    uuid not null references identity.party,
  provider    text not null,
  assurance   smallint not null check (assurance in (1, 2)),
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  ended_at    timestamptz,
  user_agent  text,
  address     text
);
comment on table identity.session is 'A sign-in with an electronic identity (phiên định danh điện tử), and the party acted for. Only a hash of its token is kept.';
create index session_person on identity.session (person_id, seen_at);

grant select, insert, update on identity.party, identity.session to tgs_app;
