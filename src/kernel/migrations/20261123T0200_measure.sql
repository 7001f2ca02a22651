create table kernel.measure (
  no               integer generated always as identity primary key,
  code             text not null unique,
  kind             text not null check (kind in ('flow', 'stock')),
  unit             text not null,
  direction        text not null check (direction in ('up', 'down')),
  has_denominator  boolean not null,
  valid_from       date not null,
  valid_to         date,
  carried_to       date,
  constraint measures_end_after_they_begin check (valid_to is null or valid_to > valid_from)
);
comment on table kernel.measure is 'A measure that a module declared (chỉ số đo được). carried_to: the last month a stock was carried forward to.';

-- numeric and not double precision: sums must not depend on the order in which they are made.
create table kernel.fact (
  recorded_at  timestamptz not null,
  unit_id      integer not null references kernel.unit,
  day          date not null,
  measure_no   integer not null references kernel.measure,
  numerator    numeric(19, 3) not null,
  denominator  numeric(19, 3),
  source       text,
  primary key (measure_no, unit_id, day)
) partition by range (day);
comment on table kernel.fact is 'What a unit itself did or had on a day (số liệu gốc theo đơn vị, ngày), without the units below it. Derived from rows and events.';

-- Attaching a finished table keeps readers and writers of the other years going; the application's role makes no tables itself.
create function kernel.ensure_fact_partition(year integer) returns void language plpgsql security definer set search_path = pg_catalog as
$$
declare part text := format('fact_%s', to_char(year, 'FM0000'));
begin
  if to_regclass('kernel.' || part) is not null then return; end if;
  perform pg_advisory_xact_lock(4660468);
  if to_regclass('kernel.' || part) is not null then return; end if;
  execute format('create table kernel.%I (like kernel.fact including defaults including constraints)', part);
  execute format('alter table kernel.fact attach partition kernel.%I for values from (%L) to (%L)',
    part, make_date(year, 1, 1), make_date(year + 1, 1, 1));
end $$;
revoke execute on function kernel.ensure_fact_partition(integer) from public;
grant execute on function kernel.ensure_fact_partition(integer) to tgs_app;

create table kernel.closing (
  unit_id      integer not null,
  month        date not null,
  measure_no   integer not null,
  numerator    numeric(19, 3) not null,
  denominator  numeric(19, 3),
  primary key (unit_id, month, measure_no) include (numerator, denominator)
);
comment on table kernel.closing is 'The value of a unit with all below it in a month, as the tree stood then (số liệu chốt theo tháng). Derived from facts.';

-- Many rows for one closing are allowed: whoever records a fact waits for nobody, and no mark is lost to a roll-up under way.
create table kernel.closing_due (
  id          bigint generated always as identity primary key,
  measure_no  integer not null,
  month       date not null
);
comment on table kernel.closing_due is 'Closings to be made again (số liệu chốt cần tính lại); for a stock the later months too.';
create index closing_due_measure on kernel.closing_due (measure_no, month);

-- Who counts under whom in a month: as the tree stood on its last day. A unit that ended before counts where it last stood,
-- one that began after where it first stood, so that no fact falls out; neither stands at the end of the month.
create function kernel.tree_of_month(of_month date)
returns table (unit_id integer, ancestor_id integer, depth integer, stands boolean) language sql stable as
$$
  select s.unit_id, t.ancestor_id, t.depth, s.stood = s.ends
  from (
    select distinct on (descendant_id) descendant_id as unit_id, ends, greatest(valid_from, least(ends, valid_to - 1)) as stood
    from kernel.unit_tree, (select (of_month + interval '1 month' - interval '1 day')::date as ends) m
    where depth = 0
    order by descendant_id, valid_from > ends, abs(valid_from - ends)) s
  join kernel.unit_tree t on t.descendant_id = s.unit_id and t.valid_from <= s.stood and (t.valid_to is null or t.valid_to > s.stood)
$$;

grant select, insert, update on kernel.measure to tgs_app;
grant select, insert, update, delete on kernel.fact, kernel.closing to tgs_app;
grant select, insert, delete on kernel.closing_due to tgs_app;
