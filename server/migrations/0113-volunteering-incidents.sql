-- What went wrong at a visit, told to the safeguarding officers and to nobody else. It is about what happened, and grades nobody.
create table volunteering.incidents (
  county_id integer not null,
  id uuid not null,
  visit_id uuid not null,
  place_id uuid not null,
  kind text not null check (kind in ('unwell', 'accident', 'threat', 'neglect', 'property', 'other')),
  said text not null,
  urgent boolean not null,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  reported_by uuid not null,
  closed_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('volunteering.incidents');
create index on volunteering.incidents (county_id, entered_at);
comment on column volunteering.incidents.urgent is 'somebody may still be in danger: officers are told at night too';

create table volunteering.incident_notes (
  county_id integer not null,
  id uuid not null,
  incident_id uuid not null,
  said text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('volunteering.incident_notes');
create index on volunteering.incident_notes (county_id, incident_id);

alter table volunteering.incidents add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.incidents add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.incidents add foreign key (county_id, reported_by) references people.persons (county_id, id);
alter table volunteering.incident_notes add foreign key (county_id, incident_id) references volunteering.incidents (county_id, id);
alter table volunteering.incident_notes add foreign key (county_id, written_by) references people.persons (county_id, id);
