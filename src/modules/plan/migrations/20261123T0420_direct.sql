alter table plan.reminder
  add column thing_kind      text not null default 'plan' check (thing_kind in ('plan', 'target', 'task', 'figure', 'report')),
  add column sender_unit_id  integer references kernel.unit,
  add column read_at         timestamptz,
  add column climbed_on      date,
  add constraint reminders_about_the_plan_name_no_thing check ((thing_kind = 'plan') = (thing_id is null));
comment on column plan.reminder.sender_unit_id is 'The unit in whose name it was sent; it closes the reminder or sends the answer back.';
create index reminder_sender on plan.reminder (sender_unit_id, sent_at);

create table plan.reminder_step (
  id           uuid primary key,
  reminder_id  uuid not null references plan.reminder,
  at           timestamptz not null,
  kind         text not null check (kind in ('sent', 'read', 'acknowledged', 'answered', 'returned', 'climbed', 'closed')),
  account_id   uuid references kernel.account,
  unit_id      integer references kernel.unit,
  wording      text,
  due_on       date,
  rung         integer,
  told         jsonb not null default '[]',
  constraint climbs_name_their_rung check ((kind = 'climbed') = (rung is not null)),
  constraint returns_say_why check (kind <> 'returned' or wording is not null)
);
comment on table plan.reminder_step is 'What happened to a reminder (diễn biến đôn đốc): unit_id and told say whose it became when it climbed. Only added to.';
create index reminder_step_of on plan.reminder_step (reminder_id, at);
create unique index reminder_once_per_rung on plan.reminder_step (reminder_id, rung) where kind = 'climbed';

alter table plan.meeting add column duty_id uuid references plan.reporting_duty;
comment on column plan.meeting.duty_id is 'The meeting the plan asks for that this one was (kỳ họp theo kế hoạch).';
create index meeting_plan on plan.meeting (plan_id, held_on);
create unique index meeting_once_per_duty on plan.meeting (duty_id) where duty_id is not null;

alter table plan.target add column derived_from uuid references plan.target;
alter table plan.task add column derived_from uuid references plan.task;
comment on column plan.target.derived_from is 'In the plan of a unit: the target of the province''s plan it was taken from (chỉ tiêu được giao).';
comment on column plan.task.derived_from is 'In the plan of a unit: the task of the province''s plan it was taken from (nhiệm vụ được giao).';
create index target_derived on plan.target (derived_from) where derived_from is not null;
create index task_derived on plan.task (derived_from) where derived_from is not null;

grant select, insert on plan.reminder_step to tgs_app;
