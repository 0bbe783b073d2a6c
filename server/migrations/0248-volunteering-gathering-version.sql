-- Of two who change a gathering at once, the second is told.
alter table volunteering.gatherings add column version integer not null default 1;
