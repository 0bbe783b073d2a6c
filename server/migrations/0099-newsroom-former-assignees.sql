-- Who had an assignment before: their calendar strikes it out instead of losing sight of it.
create table newsroom.former_assignees (
  county_id integer not null,
  assignment_id uuid not null,
  person_id uuid not null,
  left_at timestamptz not null,
  primary key (county_id, assignment_id, person_id)
);
select platform.owned('newsroom.former_assignees');
create index on newsroom.former_assignees (county_id, person_id, left_at);

alter table newsroom.former_assignees add foreign key (county_id, assignment_id) references newsroom.assignments (county_id, id);
