create table kernel.calendar_day (
  unit_id     integer references kernel.unit,
  day         date not null,
  kind        text not null check (kind in ('holiday', 'day_off_in_lieu', 'make_up_working_day')),
  name        text not null,
  citation    text not null,
  verified    boolean not null,
  instead_of  integer check (instead_of between 1 and 7),
  unique nulls not distinct (unit_id, day)
);
comment on table kernel.calendar_day is 'A day off or a make-up working day (ngày nghỉ, ngày làm bù); without a unit: of the whole country.';

create table kernel.calendar_hours (
  unit_id     integer not null references kernel.unit,
  weekday     integer not null check (weekday between 1 and 7),
  from_clock  text not null,
  to_clock    text not null,
  citation    text not null,
  verified    boolean not null,
  valid_from  date not null,
  valid_to    date,
  primary key (unit_id, weekday, from_clock, valid_from),
  constraint hours_end_after_they_begin check (to_clock > from_clock)
);
comment on table kernel.calendar_hours is 'Hours worked by a unit and those below it that have none of their own (giờ làm việc).';

grant select, insert, update, delete on kernel.calendar_day, kernel.calendar_hours to tgs_app;
