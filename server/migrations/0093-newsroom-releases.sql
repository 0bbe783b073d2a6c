-- 一起发: several signed stories go out at one moment, all of them or none.
create table newsroom.releases (
  county_id integer not null,
  id uuid not null,
  state text not null check (state in ('planned', 'released', 'cancelled')),
  title text not null,
  release_at timestamptz,
  leave_behind boolean not null,
  planned_by uuid not null,
  version integer not null,
  created_at timestamptz not null,
  released_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('newsroom.releases');
comment on column newsroom.releases.release_at is 'county time at which they go out by themselves; null: when somebody says so';
comment on column newsroom.releases.leave_behind is 'somebody said that what is not signed by then stays behind; otherwise all of them wait';
create index on newsroom.releases (county_id, release_at) where state = 'planned' and release_at is not null;

create table newsroom.release_stories (
  county_id integer not null,
  release_id uuid not null,
  story_id uuid not null,
  position integer not null,
  outcome text check (outcome in ('published', 'left')),
  primary key (county_id, release_id, story_id)
);
select platform.owned('newsroom.release_stories');

alter table newsroom.stories add column release_id uuid;
comment on column newsroom.stories.release_id is 'the planned release with which it goes out: before that it is not published, though it be signed';
create index on newsroom.stories (county_id, release_id) where release_id is not null;

alter table newsroom.release_stories add foreign key (county_id, release_id) references newsroom.releases (county_id, id);
alter table newsroom.release_stories add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.stories add foreign key (county_id, release_id) references newsroom.releases (county_id, id);
