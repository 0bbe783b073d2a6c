-- Suggestions (建议) in working copies: the text carries their ids only; whose they are and since when is said here, by the desk, not by the window that made them.
create table newsroom.suggestions (
  county_id integer not null,
  story_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (county_id, story_id, id)
);
select platform.append_only('newsroom.suggestions');
alter table newsroom.suggestions add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
comment on column newsroom.suggestions.id is 'made by the window; the first who sends it to a story is whose it is';

-- Whoever only suggests is no writer of the text: nothing of theirs is in it until somebody accepts it.
alter table newsroom.draft_updates add column changes_text boolean not null default true;
comment on column newsroom.draft_updates.changes_text is 'false: the text without its suggestions reads as before';
