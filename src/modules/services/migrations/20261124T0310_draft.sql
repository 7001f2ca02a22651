alter table services.service
  add column changed_by uuid,
  add column title text not null default '';
comment on column services.service.changed_by is 'Who changed the draft last: somebody else may have to publish it.';
comment on column services.service.title is 'As the draft, or the version in force, calls it: for lists.';

alter table services.version
  add column kind text not null default 'modelled' check (kind in ('modelled', 'general')),
  add column ended_why text;
comment on column services.version.ended_why is 'Why it was withdrawn (lý do ngừng cung cấp); null when a newer version took its place.';
