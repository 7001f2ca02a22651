create schema uploads;
grant usage on schema uploads to tgs_app;

create table uploads.upload (
  id              uuid primary key,
  seq             bigint generated always as identity,
  owner           text not null,
  name            text not null,
  declared_size   bigint not null,
  declared_hash   text,
  state           text not null check (state in ('receiving', 'checking', 'ready', 'refused', 'dropped')),
  refusal         text,
  original_hash   text references kernel.file,
  original_type   text,
  file_hash       text references kernel.file,
  file_size       bigint,
  file_type       text,
  pages           integer,
  turn            smallint not null default 0 check (turn in (0, 90, 180, 270)),
  hints           jsonb not null default '[]',
  scan            text not null default 'none' check (scan in ('none', 'waiting', 'clean', 'infected')),
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  finished_at     timestamptz,
  used_by         text,
  constraint owners_are_of_a_kind check (owner ~ '^(account|party|client|visitor):'),
  constraint declared_hashes_are_sha256 check (declared_hash ~ '^[0-9a-f]{64}$'),
  constraint ready_uploads_have_a_file check (state <> 'ready' or (file_hash is not null and finished_at is not null)),
  constraint refused_uploads_say_why check ((state = 'refused') = (refusal is not null)),
  constraint infected_uploads_are_refused check (scan <> 'infected' or state in ('refused', 'dropped'))
);
comment on table uploads.upload is 'A file somebody sends in (tệp tải lên): piece by piece, then checked and made fit to be read. The original stays beside what was made of it.';
create index upload_owner on uploads.upload (owner, seq);
create index upload_unsettled on uploads.upload (changed_at) where state in ('receiving', 'checking') or scan = 'waiting';
create index upload_used_by on uploads.upload (used_by) where used_by is not null;

create table uploads.part (
  upload_id  uuid not null references uploads.upload,
  position   integer not null,
  source_id  uuid not null references uploads.upload,
  primary key (upload_id, position)
);
comment on table uploads.part is 'Of which files, in which order, a PDF was put together (tệp ghép từ).';
create index part_source on uploads.part (source_id);

grant select, insert, update on uploads.upload, uploads.part to tgs_app;
