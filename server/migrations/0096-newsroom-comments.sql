-- Comments (批注) at a story: what colleagues say to each other about a passage while it is written and reviewed. Never part of the text, and never of what is signed.
create table newsroom.comments (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  revision_id uuid not null,
  part text not null check (part in ('title', 'deck', 'body', 'story')),
  quote text not null,
  before text not null,
  after text not null,
  anchor jsonb,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('newsroom.comments');
create index on newsroom.comments (county_id, story_id, id);
comment on column newsroom.comments.quote is 'the words it is about, as they stood; empty for the story as a whole';
comment on column newsroom.comments.before is 'a few signs before them, by which they are found again';
comment on column newsroom.comments.anchor is 'where they stand in the working copy: two relative positions of Yjs; null when they were not found there';

-- What is said, and that it is settled or taken up again. The latest settling or taking up is valid.
create table newsroom.comment_entries (
  county_id integer not null,
  id uuid not null,
  comment_id uuid not null,
  kind text not null check (kind in ('said', 'resolved', 'reopened')),
  words text not null,
  mentioned uuid[] not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('newsroom.comment_entries');
create index on newsroom.comment_entries (county_id, comment_id, id);

alter table newsroom.comments add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.comments add foreign key (county_id, revision_id) references newsroom.revisions (county_id, id);
alter table newsroom.comment_entries add foreign key (county_id, comment_id) references newsroom.comments (county_id, id);
