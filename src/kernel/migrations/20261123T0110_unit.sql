create table kernel.unit (
  id      integer generated always as identity primary key,
  slug    text not null unique,
  source  text
);
comment on table kernel.unit is 'An organisation unit (đơn vị, cơ quan), whatever it was called over time. Its codes are not its identity.';

create table kernel.unit_version (
  unit_id     integer not null references kernel.unit,
  name        text not null,
  short_name  text,
  folded      text not null,
  kind        text not null,
  parent_id   integer references kernel.unit,
  verified    boolean not null default true,
  valid_from  date not null,
  valid_to    date,
  primary key (unit_id, valid_from),
  constraint versions_end_after_they_begin check (valid_to is null or valid_to > valid_from),
  constraint units_are_not_their_own_parent check (parent_id is distinct from unit_id)
);
comment on table kernel.unit_version is 'What a unit was from a day up to, not including, another (phiên bản của đơn vị). 0001-01-01: since before our records.';
create index unit_version_parent on kernel.unit_version (parent_id, valid_from);
create unique index unit_version_open on kernel.unit_version (unit_id) where valid_to is null;

create table kernel.unit_code (
  unit_id     integer not null references kernel.unit,
  system      text not null,
  code        text not null,
  valid_from  date not null,
  valid_to    date,
  primary key (system, code, valid_from),
  constraint codes_end_after_they_begin check (valid_to is null or valid_to > valid_from)
);
comment on table kernel.unit_code is 'A code that meant a unit for a time (mã đơn vị theo thời gian): gso, h58, qcvn102.';
create index unit_code_unit on kernel.unit_code (unit_id);

create table kernel.unit_event (
  id        uuid primary key,
  kind      text not null check (kind in ('establish', 'merge', 'split', 'rename', 'upgrade', 'abolish', 'transfer')),
  decision  text not null,
  happened_on date not null,
  source    text
);
comment on table kernel.unit_event is 'A decision that changed units (sắp xếp, đổi tên, giải thể).';
create table kernel.unit_event_part (
  event_id  uuid not null references kernel.unit_event,
  unit_id   integer not null references kernel.unit,
  side      text not null check (side in ('from', 'to')),
  primary key (event_id, unit_id, side)
);
comment on table kernel.unit_event_part is 'The units that went into a change and came out of it.';
create index unit_event_part_unit on kernel.unit_event_part (unit_id);

create table kernel.unit_tree (
  ancestor_id    integer not null references kernel.unit,
  descendant_id  integer not null references kernel.unit,
  depth          integer not null,
  valid_from     date not null,
  valid_to       date,
  primary key (ancestor_id, descendant_id, valid_from)
);
comment on table kernel.unit_tree is 'Who stood below whom and when (cây đơn vị theo thời gian); each unit stands below itself at depth 0. Derived.';
create index unit_tree_up on kernel.unit_tree (descendant_id, valid_from);

-- A path holds while every step of it holds. A ring ends the work instead of running for ever.
create function kernel.rebuild_unit_tree() returns void language plpgsql as
$$
begin
  if exists (
    with recursive up as (
      select unit_id, parent_id, valid_from, valid_to, 1 as depth from kernel.unit_version where parent_id is not null
      union all
      select up.unit_id, v.parent_id, greatest(up.valid_from, v.valid_from), least(up.valid_to, v.valid_to), depth + 1
      from up join kernel.unit_version v on v.unit_id = up.parent_id and v.parent_id is not null
        and v.valid_from < coalesce(up.valid_to, 'infinity') and coalesce(v.valid_to, 'infinity') > up.valid_from
      where up.depth < 20 and up.parent_id <> up.unit_id)
    select from up where parent_id = unit_id or depth >= 20)
  then raise exception 'a unit would stand below itself' using errcode = '23514'; end if;
  delete from kernel.unit_tree;
  insert into kernel.unit_tree (ancestor_id, descendant_id, depth, valid_from, valid_to)
  with recursive path as (
    select unit_id as ancestor_id, unit_id as descendant_id, 0 as depth, valid_from, valid_to, parent_id from kernel.unit_version
    union all
    select path.parent_id, path.descendant_id, depth + 1, greatest(path.valid_from, v.valid_from), least(path.valid_to, v.valid_to), v.parent_id
    from path join kernel.unit_version v on v.unit_id = path.parent_id
      and v.valid_from < coalesce(path.valid_to, 'infinity') and coalesce(v.valid_to, 'infinity') > path.valid_from)
  select ancestor_id, descendant_id, min(depth), min(valid_from), case when bool_or(valid_to is null) then null else max(valid_to) end
  from (
    select *, sum(fresh) over (partition by ancestor_id, descendant_id, depth order by valid_from) as stretch
    from (
      select *, case when lag(valid_to) over (partition by ancestor_id, descendant_id, depth order by valid_from) = valid_from then 0 else 1 end as fresh
      from path) marked) joined
  group by ancestor_id, descendant_id, depth, stretch;
end $$;

grant select, insert, update on kernel.unit, kernel.unit_version, kernel.unit_code, kernel.unit_event, kernel.unit_event_part to tgs_app;
grant select, insert, update, delete on kernel.unit_tree to tgs_app;
