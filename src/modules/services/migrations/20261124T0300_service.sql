create schema services;
grant usage on schema services to tgs_app;

create table services.service (
  procedure_code  text primary key,
  draft           jsonb,
  draft_version   integer not null default 1,
  changed_at      timestamptz not null
);
comment on table services.service is 'A procedure as it is carried out here (thiết kế dịch vụ): the draft that is being worked on.';

create table services.version (
  procedure_code  text not null references services.service,
  version         integer not null,
  content         jsonb not null,
  valid_from      timestamptz not null,
  valid_to        timestamptz,
  published_by    uuid,
  primary key (procedure_code, version)
);
comment on table services.version is 'A published version of a service (phiên bản công bố); what was filed under it keeps it.';
create unique index one_version_in_force on services.version (procedure_code) where valid_to is null;
grant select, insert, update on services.service, services.version to tgs_app;
