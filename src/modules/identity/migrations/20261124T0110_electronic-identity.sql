create table identity.electronic_identity (
  provider    text not null,
  tech_id     text not null,
  party_id    uuid not null references identity.party,
  assurance   smallint not null check (assurance in (1, 2)),
  name        text not null,
  birth_day   date,
  sex         text check (sex in ('male', 'female')),
  residence   text,
  seen_at     timestamptz not null,
  primary key (provider, tech_id),
  unique (provider, party_id)
);
comment on table identity.electronic_identity is 'What a provider said of a party at their last sign-in (tài khoản định danh điện tử), under the key that the provider never changes.';

alter table identity.session add column behind_id uuid references identity.party;
comment on column identity.session.behind_id is 'Whom the provider named behind an organisation that signed in with its own identity; person_id is the organisation then.';

create table identity.provider_check (
  provider  text primary key,
  at        timestamptz not null,
  state     text not null check (state in ('up', 'slow', 'down'))
);
comment on table identity.provider_check is 'How the provider of electronic identities answered when last asked (tình trạng hệ thống định danh).';

grant select, insert, update on identity.electronic_identity, identity.provider_check to tgs_app;
