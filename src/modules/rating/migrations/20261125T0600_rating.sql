create schema rating;
grant usage on schema rating to tgs_app;

create table rating.turn (
  dossier_id  uuid primary key,
  anonymous   boolean not null
);
comment on table rating.turn is 'That a dossier was rated (lượt đánh giá của hồ sơ), so that it is rated once. No moment and no reference: nothing leads from here to a rating without a name.';

create table rating.rating (
  -- Chance alone: an id that sorts by its moment would lead back to who was there at that moment.
  id              uuid primary key default gen_random_uuid(),
  -- These four are null together: then nobody can say whose it is.
  dossier_id      uuid references rating.turn,
  party_id        uuid,
  given_at        timestamptz,
  handled_by      uuid,
  unit_id         integer not null references kernel.unit,
  procedure_code  text not null,
  month           date not null,
  answers         jsonb not null,
  low             boolean not null,
  text            text,
  rule            text not null,
  -- Its owner has rated anew; the last one counts.
  replaced        boolean not null default false,
  constraint named_whole_or_not_at_all check (
    (dossier_id is null) = (party_id is null) and (dossier_id is null) = (given_at is null)
    and (dossier_id is not null or handled_by is null))
);
comment on table rating.rating is 'How somebody was served (phiếu đánh giá): with the dossier and its owner, or with neither.';
create unique index rating_of_dossier on rating.rating (dossier_id) where not replaced;
create index rating_of_unit on rating.rating (unit_id, month) where not replaced;
create index rating_low on rating.rating (id) where low and not replaced;

create table rating.follow_up (
  id            uuid primary key default gen_random_uuid(),
  rating_id     uuid not null unique references rating.rating,
  unit_id       integer not null references kernel.unit,
  -- Who sees to it that it is answered.
  owner_id      uuid,
  opened_on     date not null,
  due_on        date not null,
  escalated_on  date,
  answer        text,
  answered_on   date,
  answered_by   uuid,
  constraint answered_whole check ((answer is null) = (answered_on is null) and (answer is null) = (answered_by is null))
);
comment on table rating.follow_up is 'A low rating that is looked into and answered (vụ việc theo dõi đánh giá thấp) by a day.';
create index follow_up_open on rating.follow_up (unit_id, due_on, id) where answered_on is null;
create index follow_up_late on rating.follow_up (due_on) where answered_on is null and escalated_on is null;

grant select, insert on rating.turn to tgs_app;
grant select, insert, update on rating.rating, rating.follow_up to tgs_app;
