create schema overview;
grant usage on schema overview to tgs_app;

create table overview.open_dossier (
  dossier_id      uuid primary key,
  holder_id       uuid,
  -- The legal moment, and the one by which the steps that are open must be done.
  due_at          timestamptz,
  steps_due_at    timestamptz,
  moved_at        timestamptz not null,
  unit_id         integer not null references kernel.unit,
  -- Working hours that the process allows for steps that are not open yet.
  hours_ahead     integer not null,
  supplements     smallint not null,
  extensions      smallint not null,
  standing        text not null check (standing in ('waiting', 'running', 'paused', 'ready')),
  code            text not null,
  procedure_code  text not null,
  -- Of the procedure, as it was filed.
  title           text not null
);
comment on table overview.open_dossier is 'A dossier that is open (hồ sơ đang giải quyết), as direction needs it. Goes when the dossier ends; no personal data.';
create index open_of_unit on overview.open_dossier (unit_id, standing, due_at, dossier_id);
create index open_of_holder on overview.open_dossier (holder_id, due_at, dossier_id) where standing = 'running';
create index open_due on overview.open_dossier (due_at, dossier_id) where standing = 'running';
create index open_unmoved on overview.open_dossier (moved_at, dossier_id) where standing = 'running';
create index open_asked_again on overview.open_dossier (moved_at, dossier_id) where supplements > 1;

create table overview.load (
  unit_id    integer not null,
  holder_id  uuid,
  -- Of those whose time runs.
  due_on     date,
  standing   text not null,
  count      integer not null,
  unique nulls not distinct (unit_id, holder_id, standing, due_on)
);
comment on table overview.load is 'How many dossiers each officer of a unit has, by the day they are due (khối lượng đang giải quyết). Derived from open dossiers; moved in the transaction that changes one.';

create table overview.forecast (
  unit_id    integer not null,
  holder_id  uuid,
  late       integer not null check (late > 0),
  first_on   date not null,
  unique nulls not distinct (unit_id, holder_id)
);
comment on table overview.forecast is 'How many dossiers of an officer will be late, and the first day (dự báo trễ hẹn), as the last forecast saw it.';

create table overview.forecast_run (
  unit_id  integer primary key,
  made_at  timestamptz not null
);
comment on table overview.forecast_run is 'When the forecast of a unit was made last (thời điểm dự báo).';

create table overview.instruction (
  id            uuid primary key,
  dossier_id    uuid,
  -- The one who has the dossier; null: the unit as a whole.
  to_account    uuid,
  sent_at       timestamptz not null,
  sent_by       uuid not null,
  read_at       timestamptz,
  read_by       uuid,
  done_at       timestamptz,
  done_by       uuid,
  unit_id       integer not null references kernel.unit,
  sender_unit   integer not null references kernel.unit,
  due_on        date not null,
  reminded_on   date,
  escalated_on  date,
  dossier_code  text,
  wording       text not null,
  answer        text,
  constraint done_with_an_answer check ((done_at is null) = (answer is null) and (done_at is null) = (done_by is null)),
  constraint read_before_done check (done_at is null or read_at is not null),
  constraint dossiers_have_a_code check ((dossier_id is null) = (dossier_code is null))
);
comment on table overview.instruction is 'What a leader wants done with a dossier or in a unit (ý kiến chỉ đạo): received, answered, by a day.';
create index instruction_open on overview.instruction (unit_id, due_on, id) where done_at is null;
create index instruction_of_sender on overview.instruction (sender_unit, due_on, id) where done_at is null;
create index instruction_of_dossier on overview.instruction (dossier_id, sent_at) where dossier_id is not null;
create index instruction_done on overview.instruction (unit_id, done_at desc, id) where done_at is not null;
create index instruction_due on overview.instruction (due_on) where done_at is null and escalated_on is null;

grant select, insert, update, delete on overview.open_dossier, overview.load, overview.forecast, overview.forecast_run to tgs_app;
grant select, insert, update on overview.instruction to tgs_app;
