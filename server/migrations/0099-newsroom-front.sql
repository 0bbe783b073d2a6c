-- What editors put on the front page and at the head of a section, for how long; empty places are filled with the newest.
-- A row is never taken away: removing closes it, moving closes it and makes another, so the rows are their own history.
create table newsroom.placements (
  county_id integer not null,
  id uuid not null,
  section_id uuid,
  slot integer not null check (slot between 1 and 4),
  story_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz check (until_at > from_at),
  placed_by uuid not null,
  placed_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('newsroom.placements');
comment on column newsroom.placements.section_id is 'null: the front page of the county';
comment on column newsroom.placements.until_at is 'null: until somebody takes it away';
create index on newsroom.placements (county_id, section_id, slot, from_at) where removed_at is null;
create index on newsroom.placements (county_id, placed_at desc, id desc);

alter table newsroom.placements add foreign key (county_id, section_id) references newsroom.sections (county_id, id);
alter table newsroom.placements add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
