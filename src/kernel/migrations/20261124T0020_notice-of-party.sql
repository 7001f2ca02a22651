-- A citizen or an organisation can be told as well as a member of staff. Who they are is another module's knowledge.
alter table kernel.notice
  alter column account_id drop not null,
  add column party_id uuid,
  add constraint notices_have_one_reader check (num_nonnulls(account_id, party_id) = 1);
create index notice_party on kernel.notice (party_id, at desc, id desc) where party_id is not null;
create index notice_party_unread on kernel.notice (party_id) where party_id is not null and read_at is null;

alter table kernel.mail
  alter column account_id drop not null,
  add column party_id uuid,
  add column locale text,
  add constraint mails_have_one_reader check (num_nonnulls(account_id, party_id) = 1),
  add constraint mails_to_parties_say_the_language check (party_id is null or locale is not null);
