create schema kernel;
grant usage on schema kernel to tgs_app;

create table kernel.event (
  seq         bigint generated always as identity primary key,
  at          timestamptz not null,
  command     text not null,
  about       text not null,
  account_id  uuid,
  post_id     uuid,
  unit_id     integer,
  rule        text,
  key         text,
  request_id  text,
  detail      jsonb,
  result      jsonb
);
comment on table kernel.event is 'Whatever happened (nhật ký sự kiện): who, when, for which unit, about which thing, under which rule. Only added to.';
create index event_about on kernel.event (about, seq);
create unique index event_once_per_key on kernel.event (key) where key is not null;

create function kernel.refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'events are only added, never changed or removed' using errcode = '42501'; end $$;
create trigger events_stay before update or delete on kernel.event for each row execute function kernel.refuse_change();
create trigger events_all_stay before truncate on kernel.event for each statement execute function kernel.refuse_change();

-- The shared lock lets the sealer know that no event with a lower number is still under way (see seal_horizon).
create function kernel.append_event(
  at timestamptz, command text, about text, account_id uuid, post_id uuid, unit_id integer,
  rule text, key text, request_id text, detail jsonb, result jsonb
) returns bigint language plpgsql as
$$
declare number bigint;
begin
  perform pg_advisory_xact_lock_shared(4660467);
  insert into kernel.event (at, command, about, account_id, post_id, unit_id, rule, key, request_id, detail, result)
  values (at, command, about, account_id, post_id, unit_id, rule, key, request_id, detail, result)
  returning seq into number;
  return number;
end $$;

create table kernel.event_seal (
  no            integer primary key,
  first_seq     bigint not null,
  last_seq      bigint not null,
  hashes        jsonb not null,
  previous_hash text not null,
  hash          text not null,
  sealed_at     timestamptz not null
);
comment on table kernel.event_seal is 'A sealed batch of events (niêm phong nhật ký): the hash of each, chained to the batch before.';
create trigger seals_stay before update or delete on kernel.event_seal for each row execute function kernel.refuse_change();
create trigger seals_all_stay before truncate on kernel.event_seal for each statement execute function kernel.refuse_change();

grant select, insert on kernel.event, kernel.event_seal to tgs_app;
