create schema catalogue;
grant usage on schema catalogue to tgs_app;

create table catalogue.offer (
  procedure_code  text not null,
  valid_from      timestamptz not null,
  valid_to        timestamptz,
  content         jsonb not null,
  primary key (procedure_code, valid_from)
);
comment on table catalogue.offer is 'How the province offers a procedure (dịch vụ công của tỉnh): the newest row without an end is what citizens see.';
create unique index one_offer_at_a_time on catalogue.offer (procedure_code) where valid_to is null;
grant select, insert, update on catalogue.offer to tgs_app;
