-- A slip is made for a line of the log of what it is about. The event of a command is written after it, so that nobody could
-- name its number in the transaction of the change.
alter table slips.slip drop column event_seq;
alter table slips.slip add column source text;
comment on column slips.slip.source is 'What happened that made it necessary (việc làm phát sinh phiếu): for each, one slip of a kind.';
create unique index slip_once_per_source on slips.slip (source, kind) where source is not null;
