create schema slips;
grant usage on schema slips to tgs_app;

create table slips.slip (
  id           uuid primary key,
  kind         text not null check (kind in ('receipt', 'supplement', 'refusal', 'apology', 'stop', 'control', 'register')),
  edition      text not null,
  dossier_code text,
  request_code text,
  content      jsonb not null,
  file_hash    text not null references kernel.file,
  made_at      timestamptz not null,
  event_seq    bigint references kernel.event,
  constraint slips_are_of_a_dossier check (kind = 'register' or dossier_code is not null or request_code is not null)
);
comment on table slips.slip is 'A statutory form as it was made (giấy tiếp nhận, phiếu, thông báo, sổ): its facts and its PDF. Only added to.';
comment on column slips.slip.edition is 'The edition of the forms it was made by (mẫu đang áp dụng).';
comment on column slips.slip.event_seq is 'What happened that made it necessary: for each, one slip of a kind.';
create unique index slip_once_per_event on slips.slip (event_seq, kind) where event_seq is not null;
create index slip_of_dossier on slips.slip (dossier_code, made_at);
create index slip_of_request on slips.slip (request_code, made_at);

grant select, insert on slips.slip to tgs_app;
