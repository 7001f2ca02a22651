create table kernel.file (
  hash      text primary key,
  size      bigint not null,
  type      text not null,
  first_at  timestamptz not null,
  constraint files_are_named_by_sha256 check (hash ~ '^[0-9a-f]{64}$')
);
comment on table kernel.file is 'A file by its content (tệp): whoever refers to one keeps its hash and the name it was given. The bytes lie in the file house.';
grant select, insert on kernel.file to tgs_app;
