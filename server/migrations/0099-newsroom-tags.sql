-- What stories are about, in the county's own words; one that is merged keeps its address, which leads to the other.
create table newsroom.tags (
  county_id integer not null,
  id uuid not null,
  slug text not null,
  name jsonb not null,
  description jsonb not null default '{}',
  merged_into uuid check (merged_into <> id),
  version integer not null,
  made_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, slug)
);
select platform.owned('newsroom.tags');

create table newsroom.story_tags (
  county_id integer not null,
  story_id uuid not null,
  tag_id uuid not null,
  added_at timestamptz not null,
  primary key (county_id, story_id, tag_id)
);
select platform.owned('newsroom.story_tags');
comment on column newsroom.story_tags.story_id is 'the original; its translations are about the same';
create index on newsroom.story_tags (county_id, tag_id, story_id);

-- Stories that belong together in an order.
create table newsroom.series (
  county_id integer not null,
  id uuid not null,
  slug text not null,
  name jsonb not null,
  description jsonb not null default '{}',
  version integer not null,
  made_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, slug)
);
select platform.owned('newsroom.series');

create table newsroom.series_stories (
  county_id integer not null,
  story_id uuid not null,
  series_id uuid not null,
  position integer not null,
  primary key (county_id, story_id)
);
select platform.owned('newsroom.series_stories');
comment on column newsroom.series_stories.story_id is 'the original; a story stands in one series at most, so that it has one before and one after it';
create index on newsroom.series_stories (county_id, series_id, position);

alter table newsroom.tags add foreign key (county_id, merged_into) references newsroom.tags (county_id, id);
alter table newsroom.story_tags add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.story_tags add foreign key (county_id, tag_id) references newsroom.tags (county_id, id);
alter table newsroom.series_stories add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.series_stories add foreign key (county_id, series_id) references newsroom.series (county_id, id);
