create table catalogue.import (
  id           uuid primary key,
  file_name    text not null,
  file_hash    text not null,
  file         bytea,
  state        text not null check (state in ('waiting', 'reading', 'read', 'applied', 'dropped', 'failed')),
  lines        integer not null default 0,
  rejected     jsonb not null default '{"total": 0, "kept": []}',
  structure    jsonb,
  counts       jsonb,
  problem      text,
  begun_at     timestamptz not null,
  begun_by     uuid references kernel.account,
  ended_at     timestamptz,
  constraint failures_say_why check ((state = 'failed') = (problem is not null))
);
comment on table catalogue.import is 'A file of the national catalogue that was brought in (lần nhập danh mục): read line by line, compared, then applied or dropped. file holds it packed until then.';
create index import_newest on catalogue.import (begun_at desc);

create table catalogue.import_line (
  import_id       uuid not null references catalogue.import,
  procedure_code  text not null,
  line            integer not null,
  content         jsonb not null,
  source          jsonb,
  hash            text not null,
  primary key (import_id, procedure_code)
);
comment on table catalogue.import_line is 'A line of a file that is being brought in (dòng chờ áp dụng); gone once it is applied or dropped.';

create table catalogue.procedure (
  code            text primary key,
  name            text not null,
  field           text not null,
  levels          text[] not null,
  agency          text not null,
  version         integer not null,
  hash            text not null,
  last_import_id  uuid not null references catalogue.import,
  changed_at      timestamptz not null
);
comment on table catalogue.procedure is 'A procedure of the national catalogue (thủ tục hành chính): the head of its newest version. Never removed; last_import_id is the last file that had it.';

create table catalogue.procedure_version (
  procedure_code  text not null references catalogue.procedure,
  version         integer not null,
  content         jsonb not null,
  source          jsonb,
  hash            text not null,
  import_id       uuid not null references catalogue.import,
  valid_from      timestamptz not null,
  valid_to        timestamptz,
  primary key (procedure_code, version)
);
comment on table catalogue.procedure_version is 'What the national catalogue said of a procedure from a moment on (phiên bản thủ tục); source is the line as published, so nothing is dropped.';
create unique index one_procedure_version_in_force on catalogue.procedure_version (procedure_code) where valid_to is null;
create index procedure_version_of_import on catalogue.procedure_version (import_id);

create table catalogue.overlay (
  id              uuid primary key,
  procedure_code  text not null,
  kind            text not null check (kind in ('fee', 'limit', 'paperless', 'level', 'owner')),
  channel         text check (channel in ('online', 'direct', 'post')),
  content         jsonb not null,
  citation        text not null,
  verified        boolean not null,
  valid_from      date not null,
  valid_to        date,
  created_at      timestamptz not null,
  created_by      uuid references kernel.account,
  constraint overlays_hold_for_some_time check (valid_to is null or valid_to >= valid_from)
);
comment on table catalogue.overlay is 'What the province adds to a national procedure from a day on (quy định của địa phương): its fee, a shorter limit, no paper, full or partial, the system that owns it. valid_to excluded.';
create index overlay_of on catalogue.overlay (procedure_code, kind);

create table catalogue.revision (
  one  boolean primary key default true check (one),
  no   bigint not null
);
comment on table catalogue.revision is 'Counts the changes of the catalogue (lần thay đổi), so that whoever keeps something of it in memory knows when to read it anew.';
insert into catalogue.revision (no) values (1);

grant select, insert, update on catalogue.import, catalogue.procedure, catalogue.procedure_version, catalogue.overlay to tgs_app;
grant select, insert, delete on catalogue.import_line to tgs_app;
grant select, update on catalogue.revision to tgs_app;
