create table identity.kept_form (
  id          uuid primary key,
  person_id   uuid not null references identity.party,
  party_id    uuid not null references identity.party,
  path        text not null,
  fields      text not null,
  at          timestamptz not null
);
comment on table identity.kept_form is 'A form that came after its session had ended (biểu mẫu gửi khi phiên đã hết): sealed, for the person alone, for an hour.';
create index kept_form_person on identity.kept_form (person_id, at);

grant select, insert, delete on identity.kept_form to tgs_app;
