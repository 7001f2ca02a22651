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

alter table plan.meeting add column period text check (period in ('half_year', 'yearly'));
comment on column plan.meeting.period is 'The regular meeting of the plan that this one was (kỳ họp); null: an extraordinary one.';
create index meeting_plan on plan.meeting (plan_id, held_on);
create unique index meeting_once_per_period on plan.meeting (plan_id, period) where period is not null;

create table plan.undertaking (
  plan_id     uuid not null references plan.plan,
  thing_id    uuid not null,
  thing_kind  text not null check (thing_kind in ('target', 'task')),
  position    integer not null,
  wording     text not null,
  due_on      date,
  primary key (plan_id, thing_id)
);
comment on table plan.undertaking is 'A target or task of the province that the plan of a unit takes up, and how (nội dung kế hoạch đơn vị nhận từ kế hoạch tỉnh). The thing itself stays one row, so that it is followed once.';
create index undertaking_thing on plan.undertaking (thing_id);

grant select, insert, update, delete on plan.undertaking to tgs_app;
grant select, insert on plan.reminder_step to tgs_app;
