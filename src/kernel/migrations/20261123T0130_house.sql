create table kernel.house (
  only_one  boolean primary key default true check (only_one),
  demo      boolean not null,
  pack      text not null,
  made_at   timestamptz not null
);
comment on table kernel.house is 'What this database is for: invented demonstration data and real data never share one.';
grant select, insert on kernel.house to tgs_app;
