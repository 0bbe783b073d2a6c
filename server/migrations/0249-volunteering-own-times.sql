-- Of two who go, each has a time of their own.
alter table volunteering.assignments
  add column arrived_at timestamptz,
  add column minutes_served integer check (minutes_served between 0 and 1440),
  add column minutes_evidence text check (minutes_evidence = 'typed-in-later'),
  add column minutes_said_at timestamptz;
comment on column volunteering.assignments.arrived_at is 'when they said themselves that they had arrived';
comment on column volunteering.assignments.minutes_served is 'their own; null: as long as the visit';
comment on column volunteering.assignments.minutes_evidence is 'where their own word goes beyond that of who ended the visit; null: as of the visit';
comment on column volunteering.assignments.minutes_said_at is 'when they confirmed or corrected their own time';
