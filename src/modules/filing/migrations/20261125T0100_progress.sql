-- The desk has it before it: from then on its owner takes it back through the desk.
alter table filing.application drop constraint application_state_check;
alter table filing.application add constraint application_state_check
  check (state in ('filed', 'withdrawn', 'at_desk', 'received'));

create table filing.progress (
  application_id  uuid primary key references filing.application,
  -- For machines; people read `word`.
  state           text not null,
  national        smallint not null check (national between 1 and 10),
  stage           smallint not null check (stage between 1 and 4),
  tone            text not null,
  -- Keys of sentences of whoever tells.
  word            text not null,
  next            text not null,
  params          jsonb not null default '{}',
  due_at          timestamptz,
  paused          boolean not null default false,
  links           jsonb not null default '[]',
  moments         jsonb not null default '[]',
  changed_at      timestamptz not null
);
comment on table filing.progress is 'How far a dossier has come (tiến độ hồ sơ), as its owner is told: written by whoever handles it, in the transaction of the change.';

grant select, insert, update on filing.progress to tgs_app;
