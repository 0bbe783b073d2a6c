-- Planning: what could become a story (idea), and who brings which part of it by when (assignment).
create table newsroom.ideas (
  county_id integer not null,
  id uuid not null,
  state text not null check (state in ('open', 'done', 'dropped')),
  title text not null,
  note text not null default '',
  section_id uuid,
  place_id uuid not null,
  proposed_by uuid not null,
  from_on date,
  until_on date,
  starts_at timestamptz,
  ends_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (county_id, id),
  check ((from_on is null) = (until_on is null) and (from_on is null or until_on >= from_on)),
  check (ends_at is null or (starts_at is not null and ends_at >= starts_at))
);
select platform.owned('newsroom.ideas');
comment on column newsroom.ideas.place_id is 'the first of its places, for permissions and lists; all of them stand in newsroom.idea_places';
comment on column newsroom.ideas.from_on is 'first day, in the county''s zone; with a time it is the day of starts_at; null: no day yet';
comment on column newsroom.ideas.until_on is 'last day, included';
comment on column newsroom.ideas.version is 'from 1; grows with every change of words, places or times, so that nobody overwrites what they have not seen';
create index on newsroom.ideas (county_id, updated_at desc, id desc);
create index on newsroom.ideas (county_id, from_on, until_on) where state = 'open';
create index on newsroom.ideas (county_id, proposed_by, updated_at desc);

create table newsroom.idea_places (
  county_id integer not null,
  idea_id uuid not null,
  place_id uuid not null,
  primary key (county_id, idea_id, place_id)
);
select platform.owned('newsroom.idea_places');
create index on newsroom.idea_places (county_id, place_id);

create table newsroom.assignments (
  county_id integer not null,
  id uuid not null,
  idea_id uuid not null,
  kind text not null check (kind in ('text', 'picture', 'audio', 'video')),
  state text not null check (state in ('draft', 'assigned', 'accepted', 'declined', 'in_progress', 'submitted', 'done', 'cancelled')),
  person_id uuid,
  assigned_by uuid,
  assigned_at timestamptz,
  place_id uuid,
  note text not null default '',
  starts_at timestamptz,
  due_at timestamptz,
  story_id uuid,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (county_id, id),
  check (person_id is not null or state in ('draft', 'cancelled'))
);
select platform.owned('newsroom.assignments');
comment on column newsroom.assignments.person_id is 'who is asked or does it; of a declined one who said no, until somebody else is asked';
comment on column newsroom.assignments.place_id is 'where to go, if it is another place than the idea''s';
comment on column newsroom.assignments.story_id is 'the story that came of it: submitting and publishing it moves the assignment';
comment on column newsroom.assignments.version is 'from 1; grows with every change, and is the SEQUENCE of its calendar entry';
create index on newsroom.assignments (county_id, idea_id);
create index on newsroom.assignments (county_id, person_id, due_at) where state not in ('done', 'cancelled');
create index on newsroom.assignments (county_id, updated_at desc, id desc);
create index on newsroom.assignments (county_id, due_at) where state in ('assigned', 'accepted', 'in_progress');
create index on newsroom.assignments (county_id, story_id) where story_id is not null;

alter table newsroom.ideas add foreign key (county_id, section_id) references newsroom.sections (county_id, id);
alter table newsroom.ideas add foreign key (county_id, place_id) references places.places (county_id, id);
alter table newsroom.idea_places add foreign key (county_id, idea_id) references newsroom.ideas (county_id, id);
alter table newsroom.idea_places add foreign key (county_id, place_id) references places.places (county_id, id);
alter table newsroom.assignments add foreign key (county_id, idea_id) references newsroom.ideas (county_id, id);
alter table newsroom.assignments add foreign key (county_id, place_id) references places.places (county_id, id);
alter table newsroom.assignments add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
