create table identity.representation (
  id           uuid primary key,
  actor_id     uuid not null references identity.party,
  party_id     uuid not null references identity.party,
  basis        text not null check (basis in ('organisation', 'child', 'parent', 'ward')),
  source       text not null check (source in ('provider', 'organisation', 'declaration')),
  state        text not null check (state in ('declared', 'confirmed', 'refused')),
  named        text not null default '',
  says         text not null default '',
  evidence     text check (evidence ~ '^[0-9a-f]{64}$'),
  valid_from   date not null,
  valid_to     date,
  made_at      timestamptz not null,
  decided_at   timestamptz,
  decided_by   uuid references kernel.account,
  decided_by_party uuid references identity.party,
  constraint nobody_represents_themself check (actor_id <> party_id),
  constraint representations_end_after_they_begin check (valid_to is null or valid_to >= valid_from)
);
comment on table identity.representation is 'Who acts for whom (người đại diện, người được ủy quyền): on what basis, from a day to a day, and whether it is confirmed.';
comment on column identity.representation.named is 'As the one who made it wrote the name: all they are shown of somebody who has not confirmed.';
create index representation_actor on identity.representation (actor_id);
create index representation_party on identity.representation (party_id);

create table identity.consent (
  id             uuid primary key,
  party_id       uuid not null references identity.party,
  account_id     uuid not null references kernel.account,
  unit_id        integer not null references kernel.unit,
  purpose        text not null,
  words          text not null,
  way            text not null check (way in ('spoken', 'signed', 'code')),
  evidence       text check (evidence ~ '^[0-9a-f]{64}$'),
  valid_from     date not null,
  valid_to       date not null,
  given_at       timestamptz not null,
  withdrawn_at   timestamptz,
  constraint consents_end_after_they_begin check (valid_to > valid_from)
);
comment on table identity.consent is 'Agreed help (sự đồng ý để cán bộ, tổ cộng đồng làm thay): who helps whom, for what, in which words, how it was given.';
create index consent_party on identity.consent (party_id);
create index consent_account on identity.consent (account_id);

create table identity.access (
  id          uuid primary key,
  party_id    uuid not null references identity.party,
  at          timestamptz not null,
  account_id  uuid references kernel.account,
  unit_id     integer references kernel.unit,
  person_id   uuid references identity.party,
  client_id   text,
  purpose     text not null,
  what        text not null,
  about       text,
  consent_id  uuid references identity.consent,
  request_id  text not null
);
comment on table identity.access is 'Who read the data of a party, when and what for (nhật ký khai thác dữ liệu cá nhân). Only added to.';
create index access_party on identity.access (party_id, at desc, id desc);

grant select, insert, update on identity.representation, identity.consent to tgs_app;
grant select, insert on identity.access to tgs_app;
