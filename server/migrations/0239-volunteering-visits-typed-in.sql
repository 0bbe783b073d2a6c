-- A visit that took place although nobody had planned it is typed in afterwards: by whom, for the second signature is another person's.
alter table volunteering.visits add column typed_in_by jsonb;
comment on column volunteering.visits.typed_in_by is 'who typed in afterwards that it took place, unplanned; null: it was planned';
