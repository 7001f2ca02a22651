create schema dossiers;
grant usage on schema dossiers to tgs_app;

create table dossiers.dossier (
  -- Of the application it began as: one id for what was filed and for what becomes of it.
  id                    uuid primary key,
  code                  text unique,
  request_code          text not null,
  procedure_code        text not null,
  service_version       integer not null,
  title                 text not null,
  case_code             text not null,
  channel               text not null check (channel in ('online', 'direct', 'post')),
  party_id              uuid not null,
  -- As they were called at reception; the number only by its tail.
  applicant             text not null,
  number_tail           text not null,
  -- Where it was handed in, and who decides: another where reception does not depend on the place.
  unit_id               integer not null references kernel.unit,
  competent_id          integer not null references kernel.unit,
  state                 text not null check (state in ('arrived', 'refused_at_desk', 'received', 'processing', 'awaiting_supplement',
                          'awaiting_payment', 'awaiting_signature', 'finished', 'returned', 'withdrawn', 'stopped')),
  -- Where it goes on when what is waited for has come.
  resume                text check (resume in ('arrived', 'received', 'processing')),
  finance               text not null default 'none' check (finance in ('none', 'due', 'paid', 'refund_due', 'refunded')),
  delivery              text not null default 'none' check (delivery in ('none', 'ready', 'sent', 'delivered')),
  sync                  text not null default 'none' check (sync in ('none', 'waiting', 'sent', 'acknowledged', 'failed')),
  authoritative_system  text not null,
  fee_total             bigint not null check (fee_total >= 0),
  holder_id             uuid,
  -- The limit as it was promised; null where the catalogue names none.
  time_limit            jsonb,
  filed_at              timestamptz not null,
  received_at           timestamptz,
  received_by           uuid,
  -- On paper before it stood here.
  backdated             boolean not null default false,
  starts_at             timestamptz,
  -- As printed on the receipt: never moved.
  promised_at           timestamptz,
  -- As pauses and the one extension have moved it since.
  due_at                timestamptz,
  paused_at             timestamptz,
  left_minutes          integer,
  hand_over_by          timestamptz,
  -- Until when what is waited for must come.
  awaited_until         date,
  supplements           integer not null default 0,
  extensions            integer not null default 0,
  outcome               text check (outcome in ('early', 'on_time', 'late')),
  finished_at           timestamptz,
  returned_at           timestamptz,
  returned_how          text,
  -- What the signer is asked to sign: a refusal has its grounds.
  refusal               jsonb,
  withdrawal            jsonb,
  identity_checked      text,
  revision              integer not null default 1,
  changed_at            timestamptz not null,
  constraint received_under_a_code check ((received_at is null) = (code is null)),
  constraint refused_dossiers_have_no_code check (state <> 'refused_at_desk' or code is null),
  constraint waiting_dossiers_know_where_to_go_on check ((state in ('awaiting_supplement', 'awaiting_payment')) = (resume is not null)),
  constraint finished_at_a_moment check (state not in ('finished', 'returned') or finished_at is not null)
);
comment on table dossiers.dossier is 'A dossier from reception to return (hồ sơ giải quyết TTHC): where it stands, who has it, by when it is due.';
-- Queues hold what is open and nothing else, each in the order in which it is worked off.
create index dossier_due_at_unit on dossiers.dossier (competent_id, due_at, id)
  where state in ('received', 'processing', 'awaiting_signature');
create index dossier_due_of_holder on dossiers.dossier (holder_id, due_at, id)
  where state in ('received', 'processing', 'awaiting_signature');
create index dossier_arrived on dossiers.dossier (unit_id, filed_at, id) where state = 'arrived';
create index dossier_paused on dossiers.dossier (competent_id, paused_at, id)
  where state in ('awaiting_supplement', 'awaiting_payment');
create index dossier_to_hand_over on dossiers.dossier (unit_id, hand_over_by, id) where state = 'received';
create index dossier_to_return on dossiers.dossier (unit_id, finished_at, id) where state = 'finished';
create index dossier_on_the_way on dossiers.dossier (unit_id, due_at, id)
  where state in ('received', 'processing', 'awaiting_signature') and unit_id <> competent_id;
create index dossier_of_party on dossiers.dossier (party_id, filed_at desc);
create index dossier_by_request_code on dossiers.dossier (request_code);
create index dossier_withdrawal_asked on dossiers.dossier (competent_id, id) where withdrawal ->> 'decision' = 'asked';

create table dossiers.search (
  dossier_id  uuid primary key references dossiers.dossier,
  -- Each beginning with the unit that may find it: `12:nguyen`, `12:#4127`.
  keys        text[] not null
);
comment on table dossiers.search is 'By what a dossier is found within a unit (từ khóa tra cứu hồ sơ); written once.';
create index search_by_key on dossiers.search using gin (keys);

create table dossiers.day_sequence (
  unit_id  integer not null references kernel.unit,
  day      date not null,
  last     integer not null check (last > 0),
  primary key (unit_id, day)
);
comment on table dossiers.day_sequence is 'The last number given by a unit on a day (số thứ tự trong ngày): its row is held until the reception is written, so that no number is left out.';

create table dossiers.component (
  dossier_id  uuid not null references dossiers.dossier,
  position    integer not null,
  code        text not null,
  name        text not null,
  -- How it came (LoaiBan); null: it did not.
  form        text check (form in ('original', 'copy', 'electronic')),
  copies      integer not null default 1 check (copies between 1 and 99),
  digitised   boolean not null default false,
  -- Not asked for, because the state holds it; and where.
  held        boolean not null default false,
  note        text,
  primary key (dossier_id, position)
);
comment on table dossiers.component is 'A paper as it was taken in at reception (thành phần hồ sơ đã tiếp nhận).';

create table dossiers.clock_event (
  dossier_id  uuid not null references dossiers.dossier,
  seq         integer not null,
  at          timestamptz not null,
  kind        text not null,
  new_due     timestamptz,
  primary key (dossier_id, seq)
);
comment on table dossiers.clock_event is 'What moved the clock of a dossier (mốc tính thời hạn); only added to.';

create table dossiers.step (
  dossier_id  uuid not null references dossiers.dossier,
  seq         integer not null,
  code        text not null,
  kind        text not null check (kind in ('receive', 'process', 'consult', 'approve', 'return')),
  agency      text,
  unit_id     integer not null references kernel.unit,
  holder_id   uuid,
  opened_at   timestamptz not null,
  due_at      timestamptz not null,
  closed_at   timestamptz,
  outcome     text check (outcome in ('done', 'answered', 'silent', 'sent_back', 'superseded', 'ended')),
  result      text check (result in ('early', 'on_time', 'late')),
  primary key (dossier_id, seq),
  constraint closed_steps_have_an_outcome check ((closed_at is null) = (outcome is null))
);
comment on table dossiers.step is 'A step of the inner process that a dossier came to (bước xử lý), with its own time; done again, it is another row.';
create index step_open_due on dossiers.step (unit_id, due_at) where closed_at is null;

create table dossiers.step_log (
  dossier_id  uuid not null references dossiers.dossier,
  seq         integer not null,
  at          timestamptz not null,
  action      text not null,
  from_state  text,
  to_state    text not null,
  step        text,
  -- Whoever did it: a member of staff in a post of a unit, or the owner.
  account_id  uuid,
  post_id     uuid,
  unit_id     integer,
  person_id   uuid,
  by_name     text not null,
  -- Who has it from then on.
  to_account  uuid,
  to_name     text,
  to_unit     integer,
  due_at      timestamptz,
  result      text check (result in ('early', 'on_time', 'late')),
  note        text,
  rule        text,
  detail      jsonb not null default '{}',
  primary key (dossier_id, seq)
);
comment on table dossiers.step_log is 'Everything that happened to a dossier (phiếu kiểm soát quá trình giải quyết hồ sơ, sổ theo dõi hồ sơ); only added to.';
create index step_log_by_unit on dossiers.step_log (unit_id, at);

create table dossiers.supplement (
  id            uuid primary key,
  dossier_id    uuid not null references dossiers.dossier,
  no            integer not null,
  asked_at      timestamptz not null,
  asked_by      uuid not null,
  unit_id       integer not null references kernel.unit,
  -- Before or after the clock had started.
  stage         text not null check (stage in ('before_reception', 'after_reception')),
  due_on        date not null,
  defects       jsonb not null,
  -- Of a second one: why, and that its cost was seen.
  reason        text,
  restarts      boolean not null default false,
  answered_at   timestamptz,
  answered_how  text check (answered_how in ('online', 'direct', 'post')),
  answers       jsonb not null default '{}',
  said          jsonb not null default '{}',
  unique (dossier_id, no)
);
comment on table dossiers.supplement is 'What an applicant was asked to complete (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ): all defects in one notice.';
create unique index one_open_supplement on dossiers.supplement (dossier_id) where answered_at is null;

create table dossiers.file (
  dossier_id     uuid not null references dossiers.dossier,
  upload_id      uuid not null,
  -- What it came with: a supplement, or what the desk took in.
  supplement_id  uuid references dossiers.supplement,
  question       text not null,
  name           text not null,
  hash           text not null,
  size           bigint not null,
  type           text not null,
  at             timestamptz not null,
  primary key (dossier_id, upload_id)
);
comment on table dossiers.file is 'A file that came after the filing (tệp bổ sung, tệp số hóa).';

create table dossiers.result (
  dossier_id       uuid not null references dossiers.dossier,
  n                integer not null check (n > 0),
  code             text not null unique,
  kind             text not null check (kind in ('document', 'register', 'refusal')),
  result_type      text,
  title            text not null,
  -- A document is a file, an entry of a register is text.
  entry            text,
  upload_id        uuid,
  name             text,
  hash             text,
  size             bigint,
  type             text,
  electronic       boolean not null,
  issued_at        timestamptz not null,
  issued_by        uuid,
  primary key (dossier_id, n),
  constraint a_document_is_a_file check (kind <> 'document' or not electronic or upload_id is not null),
  constraint entries_say_what_was_entered check (kind = 'document' or entry is not null)
);
comment on table dossiers.result is 'What a dossier led to (kết quả giải quyết): a document, an entry of a register, or a refusal in writing. Code: that of the dossier with KQ and a number.';

create function dossiers.only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added to', tg_table_name;
end $$;
create trigger step_log_is_only_added_to before update or delete on dossiers.step_log
  for each row execute function dossiers.only_added_to();
create trigger clock_event_is_only_added_to before update or delete on dossiers.clock_event
  for each row execute function dossiers.only_added_to();

grant select, insert, update on dossiers.dossier, dossiers.day_sequence, dossiers.step, dossiers.supplement to tgs_app;
grant select, insert on dossiers.search, dossiers.component, dossiers.clock_event, dossiers.step_log, dossiers.file, dossiers.result to tgs_app;
