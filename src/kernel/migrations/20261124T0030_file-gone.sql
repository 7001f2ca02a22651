alter table kernel.file add column last_at timestamptz;
update kernel.file set last_at = first_at;
alter table kernel.file alter column last_at set not null;
comment on column kernel.file.last_at is 'When somebody last brought this content, or said that it is about to be referred to.';
alter table kernel.file add column gone_at timestamptz;
comment on column kernel.file.gone_at is 'Since when its bytes are not there any more, because nothing referred to them.';
grant update on kernel.file to tgs_app;
