-- A time for answering in minutes runs while somebody is there: from and until which minute of the day, on the county's wall.
alter table volunteering.limits
  add column answered_from integer not null default 480,
  add column answered_until integer not null default 1260,
  add constraint limits_answered check (answered_from >= 0 and answered_until <= 1440 and answered_from < answered_until);
comment on column volunteering.limits.answered_from is 'minute of the day; 0 and 1440: day and night';
