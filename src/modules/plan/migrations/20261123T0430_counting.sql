create table plan.counting (
  measure     text primary key,
  counted_to  date not null
);
comment on table plan.counting is 'Up to which day the measures of this module have been counted from its rows (đã tính số đo đến ngày).';
grant select, insert, update on plan.counting to tgs_app;
