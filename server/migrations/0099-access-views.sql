-- What somebody looks for in a list again and again: search, filters, order and columns under a name; their own, or shared with the colleagues of a place or unit.
create table access.views (
  county_id integer not null,
  id uuid not null,
  list text not null,
  name text not null,
  search text not null,
  person_id uuid not null,
  place_id uuid,
  unit_id uuid,
  version integer not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, person_id, list, name),
  check (place_id is not null or unit_id is null)
);
select platform.owned('access.views');
comment on column access.views.search is 'the query of the list''s address, such as state=draft&sort=title';
comment on column access.views.place_id is 'null: for its owner alone; else for the colleagues of this place, or of the unit where one is named';
create index on access.views (county_id, list) where place_id is not null;

-- With which view a list opens for somebody.
create table access.first_views (
  county_id integer not null,
  person_id uuid not null,
  list text not null,
  view_id uuid not null,
  primary key (county_id, person_id, list)
);
select platform.owned('access.first_views');
create index on access.first_views (county_id, view_id);

alter table access.views add foreign key (county_id, place_id) references places.places (county_id, id);
alter table access.views add foreign key (county_id, unit_id) references access.units (county_id, id);
alter table access.first_views add foreign key (county_id, view_id) references access.views (county_id, id) on delete cascade;
