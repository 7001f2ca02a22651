create table kernel.notice (
  id          uuid primary key,
  account_id  uuid not null references kernel.account,
  at          timestamptz not null,
  key         text not null,
  params      jsonb not null,
  href        text not null,
  read_at     timestamptz
);
comment on table kernel.notice is 'What somebody was told inside the platform (thông báo): a sentence by its key, and where to go.';
create index notice_account on kernel.notice (account_id, at desc, id desc);
create index notice_unread on kernel.notice (account_id) where read_at is null;

create table kernel.mail (
  id           uuid primary key,
  notice_id    uuid references kernel.notice,
  account_id   uuid not null references kernel.account,
  address      text not null,
  subject_key  text not null,
  body_key     text not null,
  params       jsonb not null,
  href         text not null,
  at           timestamptz not null,
  state        text not null default 'waiting' check (state in ('waiting', 'sent', 'no_server', 'refused', 'given_up')),
  tries        integer not null default 0,
  sent_at      timestamptz,
  error        text,
  constraint sent_mails_say_when check ((state = 'sent') = (sent_at is not null))
);
comment on table kernel.mail is 'An e-mail that was, will be or could not be sent (thư điện tử gửi đi). Nothing leaves without a row here.';
create index mail_state on kernel.mail (state, at desc);
create index mail_notice on kernel.mail (notice_id);
create index mail_account on kernel.mail (account_id);

grant select, insert, update on kernel.notice, kernel.mail to tgs_app;
