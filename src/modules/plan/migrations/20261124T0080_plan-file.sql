-- The bytes lie in the file house under their hash; null where only a text was given (another system, an older plan).
alter table plan.plan add column file_hash text references kernel.file;
comment on column plan.plan.file_hash is 'The file the text was read from (tệp văn bản đã nhập), as it came.';

alter table plan.version
  add column file_hash  text references kernel.file,
  add column file_name  text;
comment on column plan.version.file_hash is 'The file whose text this version was published from.';
