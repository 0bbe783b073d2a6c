-- Stations (实践中心·所·站): where people come, call and are helped. A station's id is that of its unit in access.
select platform.module('stations');

create table stations.stations (
  county_id integer not null,
  id uuid not null,
  level text not null check (level in ('county', 'town', 'village')),
  place_id uuid not null,
  name jsonb not null,
  phone text not null,
  address jsonb not null default '{}',
  opening_hours jsonb not null default '[]',
  keeper_id uuid,
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('stations.stations');
create index on stations.stations (county_id, place_id);
comment on column stations.stations.level is 'county: 中心, town: 所, village: 站';
comment on column stations.stations.phone is 'the station''s own telephone, public';
comment on column stations.stations.opening_hours is 'windows of a week: [{weekdays: [1..7], from: "08:30", to: "17:30"}], county time';

-- The places a station serves, each with all below it. Its own place is always among them.
create table stations.reaches (
  county_id integer not null,
  station_id uuid not null,
  place_id uuid not null,
  primary key (county_id, station_id, place_id)
);
select platform.owned('stations.reaches');
create index on stations.reaches (county_id, place_id);

alter table stations.stations add foreign key (county_id, id) references access.units (county_id, id);
alter table stations.stations add foreign key (county_id, place_id) references places.places (county_id, id);
alter table stations.stations add foreign key (county_id, keeper_id) references people.persons (county_id, id);
alter table stations.reaches add foreign key (county_id, station_id) references stations.stations (county_id, id);
alter table stations.reaches add foreign key (county_id, place_id) references places.places (county_id, id);
