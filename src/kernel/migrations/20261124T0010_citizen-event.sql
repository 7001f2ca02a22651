-- Who acts may be a person with an electronic identity, for themself or for another, or another system.
alter table kernel.event
  add column person_id uuid,
  add column party_id uuid,
  add column client_id text;
drop function kernel.append_event(timestamptz, text, text, uuid, uuid, integer, text, text, text, jsonb, jsonb);
create function kernel.append_event(
  at timestamptz, command text, about text, account_id uuid, post_id uuid, unit_id integer,
  person_id uuid, party_id uuid, client_id text,
  rule text, key text, request_id text, detail jsonb, result jsonb
) returns bigint language plpgsql as
$$
declare number bigint;
begin
  perform pg_advisory_xact_lock_shared(4660467);
  insert into kernel.event (at, command, about, account_id, post_id, unit_id, person_id, party_id, client_id, rule, key,
    request_id, detail, result)
  values (at, command, about, account_id, post_id, unit_id, person_id, party_id, client_id, rule, key, request_id, detail,
    result)
  returning seq into number;
  return number;
end $$;
