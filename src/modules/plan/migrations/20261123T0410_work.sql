alter table plan.value
  add column reported_by text not null default 'lead',
  add column every_months integer not null default 3 check (every_months in (1, 3, 6, 12));
comment on column plan.value.reported_by is 'Who reports the number: lead (the lead unit), cooperating (each cooperating unit), or a kind of unit (each unit of that kind).';
comment on column plan.value.every_months is 'A number is asked for every so many months of the year.';

-- What a unit has reported is never overwritten: only what was decided about it changes.
revoke update on plan.figure from tgs_app;
grant update (state, reason, decided_at, decided_by) on plan.figure to tgs_app;
create unique index figure_one_open on plan.figure (value_id, unit_id, as_of) where state in ('sent', 'returned');
