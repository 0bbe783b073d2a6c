-- What stands below a story as "read on": found when it is published, so that no reader waits for it.
create table newsroom.related_stories (
  county_id integer not null,
  story_id uuid not null,
  rank smallint not null,
  related_id uuid not null,
  primary key (county_id, story_id, rank)
);
select platform.owned('newsroom.related_stories');
alter table newsroom.related_stories add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.related_stories add foreign key (county_id, related_id) references newsroom.stories (county_id, id);
create index on newsroom.related_stories (county_id, related_id);
comment on column newsroom.related_stories.story_id is 'originals, as is related_id; a translation is found through them';
