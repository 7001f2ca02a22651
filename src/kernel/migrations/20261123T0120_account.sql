create table kernel.account (
  id             uuid primary key,
  login          text not null,
  name           text not null,
  email          text,
  password_hash  text,
  failures       integer not null default 0,
  locked_until   timestamptz,
  totp_secret    text,
  totp_step      bigint,
  locale         text not null default 'vi',
  created_at     timestamptz not null,
  closed_on      date,
  version        integer not null default 1
);
comment on table kernel.account is 'A member of staff who can sign in (tài khoản cán bộ).';
create unique index account_login on kernel.account (lower(login));

create table kernel.role (
  code         text primary key,
  permissions  text[] not null,
  name_vi      text not null,
  name_en      text not null,
  valid_from   date not null,
  valid_to     date
);
comment on table kernel.role is 'What a post lets its holder do (vai trò), within its unit and the units below.';

create table kernel.post (
  id          uuid primary key,
  account_id  uuid not null references kernel.account,
  unit_id     integer not null references kernel.unit,
  role_code   text not null references kernel.role,
  title       text not null,
  valid_from  date not null,
  valid_to    date,
  constraint posts_end_after_they_begin check (valid_to is null or valid_to > valid_from)
);
comment on table kernel.post is 'A post held in a unit from a day on (vị trí công tác).';
create index post_account on kernel.post (account_id);
create index post_unit on kernel.post (unit_id);

create table kernel.session (
  token_hash   text primary key,
  account_id   uuid not null references kernel.account,
  post_id      uuid references kernel.post,
  stage        text not null check (stage in ('second_factor', 'open')),
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  ended_at     timestamptz,
  user_agent   text,
  address      text
);
comment on table kernel.session is 'A sign-in that is going on, or has ended (phiên đăng nhập). Only a hash of its token is kept.';
create index session_account on kernel.session (account_id, seen_at);

create table kernel.invitation (
  token_hash   text primary key,
  account_id   uuid references kernel.account,
  purpose      text not null check (purpose in ('first_administrator', 'set_password')),
  expires_at   timestamptz not null,
  used_at      timestamptz
);
comment on table kernel.invitation is 'A one-time link (liên kết dùng một lần).';

grant select, insert, update on kernel.account, kernel.role, kernel.post, kernel.session, kernel.invitation to tgs_app;
