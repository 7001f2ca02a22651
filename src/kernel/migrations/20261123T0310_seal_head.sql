create table kernel.event_seal_head (
  only_one  boolean primary key default true check (only_one),
  no        integer not null,
  hash      text not null
);
comment on table kernel.event_seal_head is 'The newest seal (niêm phong mới nhất): without it, removing the last seal would leave no trace.';
grant select, insert, update on kernel.event_seal_head to tgs_app;
