create schema board;
grant usage on schema board to tgs_app;

alter table plan.counting set schema board;
comment on table board.counting is 'Up to which day the measures of the work on plans have been counted (đã tính số đo đến ngày).';
