-- Places: the tree county → town → village (or any depth), with an integer range per place.
select platform.module('places');

create table places.places (
  county_id integer not null,
  id uuid not null,
  parent_id uuid,
  level text not null check (level ~ '^[a-z][a-z-]{1,30}$'),
  depth integer not null,
  code text check (code ~ '^[0-9]{2,12}$'),
  local_code text check (local_code ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,30}$'),
  name jsonb not null,
  lo integer not null,
  hi integer not null,
  valid_from date not null,
  valid_to date,
  x_km double precision,
  y_km double precision,
  population integer check (population >= 0),
  primary key (county_id, id),
  check (lo <= hi and lo >= 0),
  check (code is not null or local_code is not null)
);
select platform.owned('places.places');
alter table places.places add foreign key (county_id, parent_id) references places.places (county_id, id);
create index on places.places (county_id, lo);
create index on places.places (county_id, parent_id);
create unique index on places.places (county_id, code) where code is not null and valid_to is null;
create unique index on places.places (county_id, local_code) where local_code is not null and valid_to is null;
comment on column places.places.level is 'name of the level in the country pack: county, town, village, …';
comment on column places.places.depth is '0 for the root';
comment on column places.places.code is 'division code in the style of GB/T 2260 and GB/T 10114: 6, 9 or 12 digits';
comment on column places.places.lo is 'position in the tree, counted from 0 at the root; everything below lies between lo and hi';
comment on column places.places.valid_to is 'first day on which the place is no more; null while it exists';

-- One row a county: the lock for changes of its tree, and which state of it a process holds in memory.
create table places.trees (
  county_id integer primary key,
  revision integer not null
);
select platform.owned('places.trees');
