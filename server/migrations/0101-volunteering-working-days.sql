-- A time for answering or arranging may be counted in working days; null: in minutes. What is set wins over the minutes.
alter table volunteering.limits
  add column answer_within_working_days integer check (answer_within_working_days between 1 and 60),
  add column arrange_within_working_days integer check (arrange_within_working_days between 1 and 60);
