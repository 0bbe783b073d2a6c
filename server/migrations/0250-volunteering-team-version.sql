-- Of two who change a team at once, the second is told: the list of its people is sent whole.
alter table volunteering.teams add column version integer not null default 1;
