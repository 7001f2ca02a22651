create schema filing;
grant usage on schema filing to tgs_app;

create table filing.draft (
  id               uuid primary key,
  procedure_code   text not null,
  -- 0: the general form, which every procedure without a form of its own shares.
  service_version  integer not null,
  case_code        text not null,
  channel          text not null check (channel in ('online', 'direct', 'post')),
  receiver_id      integer references kernel.unit,
  -- Of a browser in which nobody has signed in yet; only the hash of its token is kept.
  token_hash       text,
  -- Who fills it in, and in whose name.
  person_id        uuid,
  party_id         uuid,
  relation         text not null default 'self' check (relation in ('self', 'child', 'parent', 'ward', 'organisation', 'assisted')),
  -- A member of staff who fills it in for the person, and the consent under which they do.
  account_id       uuid,
  consent_id       uuid,
  answers          jsonb not null default '{}',
  -- What was typed and is not an answer yet, by the name of its control.
  typed            jsonb not null default '{}',
  -- Answers that a newer version of the form no longer asks for, each with its question.
  set_aside        jsonb not null default '[]',
  -- Known values that the person said are wrong.
  disputed         text[] not null default '{}',
  revision         integer not null default 1,
  -- The page that wrote last: only writers that have not seen its words are held off.
  pen              text not null default '',
  step             text not null default '',
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  expires_on       date not null,
  constraint drafts_are_held_by_somebody check (token_hash is not null or person_id is not null or account_id is not null),
  constraint persons_act_for_a_party check ((person_id is null) = (party_id is null)),
  constraint helpers_have_consent check (account_id is null or consent_id is not null)
);
comment on table filing.draft is 'A dossier being filled in (bản nháp hồ sơ): answers that may still be incomplete, kept for a time, before anything is filed.';
create index draft_of_person on filing.draft (person_id, changed_at desc) where person_id is not null;
create index draft_of_browser on filing.draft (token_hash) where token_hash is not null;
create index draft_of_helper on filing.draft (account_id, changed_at desc) where account_id is not null;
create index draft_expiry on filing.draft (expires_on);

create table filing.stash (
  token_hash  text not null,
  draft_id    uuid not null references filing.draft on delete cascade,
  step        text not null,
  typed       jsonb not null,
  kept_at     timestamptz not null,
  primary key (token_hash, draft_id)
);
comment on table filing.stash is 'What was typed when a session had ended (nội dung vừa gõ): given back to the same browser once its owner has signed in again.';

create index stash_of_draft on filing.stash (draft_id);

create table filing.application (
  id                    uuid primary key,
  request_code          text not null unique,
  draft_id              uuid,
  procedure_code        text not null,
  service_version       integer not null,
  title                 text not null,
  case_code             text not null,
  channel               text not null check (channel in ('online', 'direct', 'post')),
  party_id              uuid not null,
  person_id             uuid,
  relation              text not null check (relation in ('self', 'child', 'parent', 'ward', 'organisation', 'assisted', 'partner')),
  account_id            uuid,
  consent_id            uuid,
  client_id             text,
  client_reference      text,
  assurance             smallint check (assurance in (1, 2)),
  authoritative_system  text not null,
  receiver_id           integer not null references kernel.unit,
  answers               jsonb not null,
  fees                  jsonb not null,
  fee_total             bigint not null check (fee_total >= 0),
  state                 text not null default 'filed' check (state in ('filed', 'withdrawn', 'received')),
  filed_at              timestamptz not null,
  withdrawn_at          timestamptz,
  withdrawn_because     text,
  received_at           timestamptz,
  dossier_code          text,
  receipt               text not null,
  receipt_hash          text not null,
  constraint withdrawn_on_a_moment check ((state = 'withdrawn') = (withdrawn_at is not null)),
  constraint received_under_a_code check ((state = 'received') = (dossier_code is not null))
);
comment on table filing.application is 'A dossier as it was filed (hồ sơ đã nộp), with the receipt of everything in it. It has a request code until reception gives it a dossier code.';
create unique index application_once_per_draft on filing.application (draft_id) where draft_id is not null;
create unique index application_once_per_reference on filing.application (client_id, client_reference) where client_id is not null;
create unique index application_by_dossier_code on filing.application (dossier_code) where dossier_code is not null;
create index application_of_party on filing.application (party_id, filed_at desc);
create index application_for_unit on filing.application (receiver_id, filed_at) where state = 'filed';
create index application_by_helper on filing.application (account_id, filed_at desc) where account_id is not null;

create table filing.application_file (
  application_id  uuid not null references filing.application,
  position        integer not null,
  question        text not null,
  upload_id       uuid not null,
  name            text not null,
  hash            text not null,
  size            bigint not null,
  type            text not null,
  primary key (application_id, position)
);
comment on table filing.application_file is 'A file of a dossier (tệp kèm theo hồ sơ), as it was when the dossier was filed.';
create index application_file_upload on filing.application_file (upload_id);

create table filing.receipt_key (
  id           text primary key,
  public_key   text not null,
  sealed_key   text not null,
  valid_from   timestamptz not null,
  valid_to     timestamptz
);
comment on table filing.receipt_key is 'Keys that sign receipts of filing (khóa ký biên nhận điện tử): Ed25519; the secret half is sealed. Named by the SHA-256 of the public half.';
create unique index one_receipt_key_at_a_time on filing.receipt_key ((true)) where valid_to is null;

grant select, insert, update, delete on filing.draft, filing.stash to tgs_app;
grant select, insert, update on filing.application, filing.receipt_key to tgs_app;
grant select, insert on filing.application_file to tgs_app;
