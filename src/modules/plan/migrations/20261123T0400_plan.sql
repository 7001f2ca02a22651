create schema plan;
grant usage on schema plan to tgs_app;

create table plan.plan (
  id             uuid primary key,
  code           text not null unique,
  number         text,
  title          text not null,
  issuer         text,
  issued_on      date,
  year           integer not null,
  unit_id        integer not null references kernel.unit,
  lead_unit_id   integer references kernel.unit,
  parent_id      uuid references plan.plan,
  state          text not null check (state in ('draft', 'published', 'closed')),
  source_name    text,
  source_kind    text,
  source_hash    text,
  source_text    text not null,
  draft          jsonb not null,
  draft_version  integer not null default 1,
  created_at     timestamptz not null,
  created_by     uuid references kernel.account,
  constraint published_plans_have_a_number check (state = 'draft' or number is not null)
);
comment on table plan.plan is 'A plan (kế hoạch): its text as it came, and the draft of what was read out of it and is being reviewed.';
create index plan_by_parent on plan.plan (parent_id);
create unique index plan_one_per_unit_and_parent on plan.plan (parent_id, unit_id) where parent_id is not null;

create table plan.version (
  plan_id       uuid not null references plan.plan,
  no            integer not null,
  content       jsonb not null,
  note          text,
  published_at  timestamptz not null,
  published_by  uuid references kernel.account,
  primary key (plan_id, no)
);
comment on table plan.version is 'A plan as it was published (phiên bản công bố). Never changed.';

create table plan.target (
  id            uuid primary key,
  plan_id       uuid not null references plan.plan,
  ref           text not null,
  position      integer not null,
  pillar        text not null,
  title         text not null,
  wording       text not null,
  lead_unit_id  integer references kernel.unit,
  ended_in      integer,
  version       integer not null default 1,
  unique (plan_id, ref)
);
comment on table plan.target is 'A target of a plan (chỉ tiêu). ended_in: the version that no longer has it.';
create index target_lead on plan.target (lead_unit_id);

create table plan.value (
  id            uuid primary key,
  target_id     uuid not null references plan.target,
  position      integer not null,
  comparator    text not null check (comparator in ('at_least', 'more_than', 'equal', 'at_most', 'less_than', 'range')),
  goal          numeric not null,
  goal_max      numeric,
  unit          text not null,
  subject       text not null,
  level         text,
  deadline      date not null,
  aim           boolean not null default false,
  basis         text not null default 'reported' check (basis in ('measure', 'reported')),
  measure_code  text,
  ended_in      integer,
  constraint measured_values_name_their_measure check ((basis = 'measure') = (measure_code is not null)),
  constraint ranges_have_two_ends check ((comparator = 'range') = (goal_max is not null))
);
comment on table plan.value is 'One number a target must reach (giá trị của chỉ tiêu), with how it is known: computed by a measure, or reported.';
create index value_target on plan.value (target_id, position);

create table plan.task (
  id            uuid primary key,
  plan_id       uuid not null references plan.plan,
  kind          text not null check (kind in ('task', 'solution', 'project', 'duty', 'conclusion')),
  ref           text not null,
  position      integer not null,
  heading       text not null,
  wording       text not null,
  lead_unit_id  integer references kernel.unit,
  starts_on     date,
  due_on        date,
  done_on       date,
  stopped_on    date,
  meeting_id    uuid,
  ended_in      integer,
  version       integer not null default 1,
  unique (plan_id, ref)
);
comment on table plan.task is 'Something to be done: task, solution, project, duty of a unit, conclusion of a meeting (nhiệm vụ, giải pháp, dự án, trách nhiệm, kết luận).';
create index task_lead on plan.task (lead_unit_id, due_on);
create index task_meeting on plan.task (meeting_id) where meeting_id is not null;

create table plan.cooperation (
  thing_id  uuid not null,
  unit_id   integer not null references kernel.unit,
  primary key (thing_id, unit_id)
);
comment on table plan.cooperation is 'A unit that works with the lead unit on a target or task (đơn vị phối hợp).';
create index cooperation_unit on plan.cooperation (unit_id);

create table plan.milestone (
  id       uuid primary key,
  task_id  uuid not null references plan.task,
  title    text not null,
  due_on   date not null,
  done_on  date
);
comment on table plan.milestone is 'A step of a task with its own day (mốc).';
create index milestone_task on plan.milestone (task_id, due_on);

create table plan.funding (
  id        uuid primary key,
  task_id   uuid not null references plan.task,
  source    text not null,
  amount    bigint not null check (amount >= 0),
  spent     bigint not null default 0 check (spent >= 0),
  note      text
);
comment on table plan.funding is 'Money for a task, in đồng, by source (kinh phí, nguồn vốn).';
create index funding_task on plan.funding (task_id);

create table plan.note (
  id           uuid primary key,
  thing_id     uuid not null,
  unit_id      integer not null references kernel.unit,
  account_id   uuid references kernel.account,
  at           timestamptz not null,
  kind         text not null check (kind in ('progress', 'risk', 'risk_closed')),
  wording      text not null,
  share_done   integer check (share_done between 0 and 100),
  answers      uuid references plan.note,
  file_hash    text,
  file_name    text
);
comment on table plan.note is 'What was written about a target or task (ghi nhận tiến độ, rủi ro), with its evidence. Only added to.';
create index note_thing on plan.note (thing_id, at);

create table plan.figure (
  id           uuid primary key,
  value_id     uuid not null references plan.value,
  unit_id      integer not null references kernel.unit,
  as_of        date not null,
  numerator    numeric not null,
  denominator  numeric,
  source       text not null,
  file_hash    text,
  file_name    text,
  state        text not null check (state in ('sent', 'confirmed', 'returned', 'replaced')),
  reason       text,
  sent_at      timestamptz not null,
  sent_by      uuid references kernel.account,
  decided_at   timestamptz,
  decided_by   uuid references kernel.account,
  replaces     uuid references plan.figure,
  constraint returned_figures_say_why check (state <> 'returned' or reason is not null)
);
comment on table plan.figure is 'A value a unit reported for a day (số liệu báo cáo), with source and evidence; confirmed or returned by the lead unit.';
create index figure_value on plan.figure (value_id, unit_id, as_of);
create index figure_waiting on plan.figure (sent_at) where state = 'sent';

create table plan.reminder (
  id               uuid primary key,
  plan_id          uuid not null references plan.plan,
  thing_id         uuid,
  unit_id          integer not null references kernel.unit,
  wording          text not null,
  sent_at          timestamptz not null,
  sent_by          uuid references kernel.account,
  answer_due_on    date not null,
  acknowledged_at  timestamptz,
  acknowledged_by  uuid references kernel.account,
  answer           text,
  answered_at      timestamptz,
  closed_at        timestamptz,
  rung             integer not null default 0
);
comment on table plan.reminder is 'A reminder to a unit with a deadline (đôn đốc); rung: how far up the ladder it has climbed.';
create index reminder_unit on plan.reminder (unit_id, answer_due_on) where closed_at is null;
create index reminder_thing on plan.reminder (thing_id);

create table plan.meeting (
  id       uuid primary key,
  plan_id  uuid not null references plan.plan,
  title    text not null,
  held_on  date not null,
  place    text,
  minutes  text,
  version  integer not null default 1
);
comment on table plan.meeting is 'A meeting of the steering committee (họp Ban Chỉ đạo); its conclusions are tasks.';
alter table plan.task add constraint task_meeting_fk foreign key (meeting_id) references plan.meeting;

create table plan.reporting_duty (
  id        uuid primary key,
  plan_id   uuid not null references plan.plan,
  kind      text not null,
  literal   text not null,
  due_on    date not null,
  ended_in  integer
);
comment on table plan.reporting_duty is 'A day on which units must report by the plan (kỳ báo cáo theo kế hoạch), with the words it was read from.';
create index reporting_duty_plan on plan.reporting_duty (plan_id, due_on);

create table plan.asked_unit (
  plan_id  uuid not null references plan.plan,
  unit_id  integer not null references kernel.unit,
  due_on   date not null,
  primary key (plan_id, unit_id)
);
comment on table plan.asked_unit is 'A unit that must make its own plan from this one, and by when (đơn vị phải ban hành kế hoạch riêng).';

grant select, insert, update on all tables in schema plan to tgs_app;
grant delete on plan.cooperation, plan.asked_unit to tgs_app;
revoke update on plan.version, plan.note from tgs_app;
