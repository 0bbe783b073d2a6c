-- The unit that recorded an entry (谁记录谁证明, 办法 art. 14): the station that handled the order; null: the county's own centre.
alter table volunteering.hours add column unit_id uuid;
create index on volunteering.hours (county_id, unit_id, happened_at desc);
create index on volunteering.hours (county_id, entered_at) where evidence in ('organiser-attested', 'typed-in-later');
create index on volunteering.hours (county_id, evidence, id) where evidence = 'typed-in-later';

-- The second signature, without which what was typed in later does not count. Sealed on the chain "hours" too.
create table volunteering.hour_signatures (
  county_id integer not null,
  id uuid not null,
  hour_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  row_hash text not null,
  primary key (county_id, id),
  unique (county_id, hour_id)
);
select platform.append_only('volunteering.hour_signatures');

-- A volunteer says that an entry is wrong (办法 art. 13); answered once, with a reason.
create table volunteering.hour_corrections (
  county_id integer not null,
  id uuid not null,
  hour_id uuid not null,
  person_id uuid not null,
  said text not null,
  minutes integer check (minutes between 0 and 1440),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('volunteering.hour_corrections');
create index on volunteering.hour_corrections (county_id, hour_id);
create index on volunteering.hour_corrections (county_id, person_id);
comment on column volunteering.hour_corrections.minutes is 'what was really served, as the volunteer says; 0: nothing; null: not said';

create table volunteering.hour_correction_answers (
  county_id integer not null,
  correction_id uuid not null,
  verdict text not null check (verdict in ('amended', 'kept')),
  reason text not null,
  answered_by jsonb not null,
  answered_at timestamptz not null,
  primary key (county_id, correction_id)
);
select platform.append_only('volunteering.hour_correction_answers');

alter table volunteering.hours add foreign key (county_id, unit_id) references stations.stations (county_id, id);
alter table volunteering.hour_signatures add foreign key (county_id, hour_id) references volunteering.hours (county_id, id);
alter table volunteering.hour_signatures add foreign key (county_id, signed_by) references people.persons (county_id, id);
alter table volunteering.hour_corrections add foreign key (county_id, hour_id) references volunteering.hours (county_id, id);
alter table volunteering.hour_corrections add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.hour_correction_answers add foreign key (county_id, correction_id) references volunteering.hour_corrections (county_id, id);
