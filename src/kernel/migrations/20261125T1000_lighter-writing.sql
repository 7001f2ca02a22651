-- Each index costs every row that is written: what is told to a party needs no place among what accounts are told.
drop index kernel.notice_account, kernel.notice_unread;
create index notice_account on kernel.notice (account_id, at desc, id desc) where account_id is not null;
create index notice_unread on kernel.notice (account_id) where account_id is not null and read_at is null;

-- One statement does what this function did (event.store.ts), without a second language between.
drop function kernel.append_event(
  timestamptz, text, text, uuid, uuid, integer, uuid, uuid, text, text, text, text, jsonb, jsonb
);
