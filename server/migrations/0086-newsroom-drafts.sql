-- The working copy (工作稿) of a story that people write together. What is hashed and signed are the revisions; this is what lies between two of them.
create table newsroom.drafts (
  county_id integer not null,
  story_id uuid not null,
  version integer not null,
  state bytea not null,
  primary key (county_id, story_id)
);
select platform.owned('newsroom.drafts');
comment on table newsroom.drafts is 'the working copy as of the story''s present version, as one Yjs update; made when the shared editor is first opened';

-- Written since, one row or more for each writer. Rows are folded into the state when a revision is cut.
create table newsroom.draft_updates (
  county_id integer not null,
  story_id uuid not null,
  id uuid not null,
  written_by uuid not null,
  written_at timestamptz not null,
  content bytea not null,
  primary key (county_id, story_id, id)
);
select platform.owned('newsroom.draft_updates');
comment on column newsroom.draft_updates.written_at is 'real time: pauses in writing are measured by it';

-- Who wrote at a revision besides whoever is named on it. Who wrote does not review.
create table newsroom.revision_writers (
  county_id integer not null,
  revision_id uuid not null,
  person_id uuid not null,
  primary key (county_id, revision_id, person_id)
);
select platform.append_only('newsroom.revision_writers');

alter table newsroom.drafts add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.draft_updates add foreign key (county_id, story_id) references newsroom.drafts (county_id, story_id);
alter table newsroom.revision_writers add foreign key (county_id, revision_id) references newsroom.revisions (county_id, id);
