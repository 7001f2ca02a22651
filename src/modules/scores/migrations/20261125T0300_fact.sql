create schema scores;
grant usage on schema scores to tgs_app;

create table scores.fact (
  dossier_id                   uuid primary key,
  officer_id                   uuid,
  due_at                       timestamptz,
  limit_at                     timestamptz,
  ended_at                     timestamptz,
  recorded_at                  timestamptz not null,
  unit_id                      integer not null references kernel.unit,
  received_on                  date not null,
  ended_on                     date,
  -- The day at whose end it is late unless it ends before: also one that has not come yet.
  late_on                      date,
  supplement_minutes           integer not null,
  components_digitised         smallint not null,
  components_total             smallint not null,
  result_codes                 smallint not null,
  reused                       smallint not null,
  from_shared                  smallint not null,
  channel                      smallint not null check (channel in (1, 2, 3)),
  state                        smallint not null check (state between 1 and 10),
  paid_online                  smallint not null check (paid_online in (0, 1, 2)),
  has_fee                      boolean not null,
  signed_in_by_vneid           boolean not null,
  result_digitised             boolean not null,
  result_link                  boolean not null,
  verified_against_population  boolean not null,
  complaint                    boolean not null,
  disliked                     boolean not null,
  mirrored                     boolean not null,
  synced                       boolean not null,
  -- How it was judged, by the rule in force on the day it was received.
  counted                      boolean not null,
  finished                     boolean not null,
  e_result                     boolean not null,
  whole_online                 boolean not null,
  digitised                    boolean not null,
  shared                       boolean not null,
  code                         text not null,
  procedure_code               text not null,
  ended_by                     text check (ended_by in ('result', 'return', 'stop', 'refusal', 'withdrawal')),
  late_by                      text check (late_by in ('due', 'limit', 'asked')),
  supplements_asked            timestamptz[] not null,
  constraint facts_end_by_something check ((ended_at is null) = (ended_by is null)),
  constraint late_for_a_reason check ((late_on is null) = (late_by is null))
);
comment on table scores.fact is 'What the index of service needs to know of each dossier (hồ sơ dưới góc độ Bộ chỉ số 766), with how it was judged. One row a dossier, no personal data.';
create index fact_received on scores.fact (received_on desc, dossier_id desc);
create index fact_of_unit on scores.fact (unit_id, received_on desc, dossier_id desc);
create index fact_ended on scores.fact (unit_id, ended_on) where ended_on is not null;
create index fact_late on scores.fact (late_on) where late_on is not null;

-- Counts of what was received and what ended stand on the first of the month; what became late on its very day, because
-- that day may lie ahead. So nothing has to be written again when a day or a period goes by.
create table scores.unit_tally (
  unit_id         integer not null,
  counted_on      date not null,
  received        integer not null default 0,
  synced          integer not null default 0,
  online          integer not null default 0,
  vneid           integer not null default 0,
  whole_online    integer not null default 0,
  with_fee        integer not null default 0,
  paid_online     integer not null default 0,
  digitised       integer not null default 0,
  reused          integer not null default 0,
  shared          integer not null default 0,
  verified        integer not null default 0,
  unhappy         integer not null default 0,
  ended           integer not null default 0,
  ended_late      integer not null default 0,
  finished        integer not null default 0,
  e_result        integer not null default 0,
  handled_days    integer not null default 0,
  late            integer not null default 0,
  primary key (unit_id, counted_on)
);
comment on table scores.unit_tally is 'Sums of counts per unit and month (tử số, mẫu số của Bộ chỉ số 766). Derived from facts; moved in the transaction that changes one.';

create table scores.tally (
  unit_id         integer not null,
  counted_on      date not null,
  officer_id      uuid,
  received        integer not null default 0,
  synced          integer not null default 0,
  online          integer not null default 0,
  vneid           integer not null default 0,
  whole_online    integer not null default 0,
  with_fee        integer not null default 0,
  paid_online     integer not null default 0,
  digitised       integer not null default 0,
  reused          integer not null default 0,
  shared          integer not null default 0,
  verified        integer not null default 0,
  unhappy         integer not null default 0,
  ended           integer not null default 0,
  ended_late      integer not null default 0,
  finished        integer not null default 0,
  e_result        integer not null default 0,
  handled_days    integer not null default 0,
  late            integer not null default 0,
  procedure_code  text not null,
  unique nulls not distinct (unit_id, counted_on, procedure_code, officer_id)
);
comment on table scores.tally is 'The same sums per officer and procedure too (tử số, mẫu số theo cán bộ và thủ tục).';

-- Many marks for one day are allowed: whoever records a dossier waits for nobody.
create table scores.due (
  id       bigint generated always as identity primary key,
  unit_id  integer not null,
  day      date not null
);
comment on table scores.due is 'Days of units whose measures must be counted again (ngày cần đếm lại cho số đo của kế hoạch).';

create table scores.input (
  id           uuid primary key,
  no           bigint generated always as identity unique,
  indicator    text not null,
  unit_id      integer not null references kernel.unit,
  month        date not null check (extract(day from month) = 1),
  numerator    integer not null check (numerator >= 0),
  denominator  integer not null check (denominator >= numerator),
  source       text not null,
  created_at   timestamptz not null,
  created_by   uuid
);
comment on table scores.input is 'Numbers of the index that come from elsewhere (số liệu 766 lấy từ nguồn khác), per month. Only added to: the last one counts.';
create index input_of_month on scores.input (month, unit_id, indicator, no desc);

grant select, insert, update on scores.fact to tgs_app;
grant select, insert, update, delete on scores.tally, scores.unit_tally to tgs_app;
grant select, insert, delete on scores.due to tgs_app;
grant select, insert on scores.input to tgs_app;
