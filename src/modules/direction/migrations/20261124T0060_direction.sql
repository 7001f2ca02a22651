create schema direction;
grant usage on schema direction to tgs_app;

-- Rights, indexes and what the tables mean move with them. Between two modules there are no foreign keys: a reminder and
-- a meeting keep the number of their plan, a conclusion that of its meeting; plans and meetings are never deleted.
alter table plan.reminder drop constraint reminder_plan_id_fkey;
alter table plan.meeting drop constraint meeting_plan_id_fkey;
alter table plan.undertaking drop constraint undertaking_plan_id_fkey;
alter table plan.task drop constraint task_meeting_fk;

alter table plan.reminder set schema direction;
alter table plan.reminder_step set schema direction;
alter table plan.meeting set schema direction;
alter table plan.undertaking set schema direction;
