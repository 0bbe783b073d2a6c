-- Lists of people that were brought in at once: who came with which, so that a list can be taken back while nothing hangs on its people.
create table people.imports (
  county_id integer not null,
  id uuid not null,
  person_ids uuid[] not null,
  made_by text not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('people.imports');
comment on column people.imports.person_ids is 'ids alone; those who were taken back are gone';
