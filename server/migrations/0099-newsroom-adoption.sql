-- 采用记录: what outlets took of a text, and how many points that counts by the county's own table.
create table newsroom.point_tables (
  county_id integer not null,
  id uuid not null,
  from_on date not null,
  share text not null check (share in ('equal', 'whole')),
  lines jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('newsroom.point_tables');
comment on column newsroom.point_tables.from_on is 'adoptions from this day on count by it; of several for one day the last decided';
comment on column newsroom.point_tables.share is 'equal: those who share a text share its points; whole: each has them all';
comment on column newsroom.point_tables.lines is '[{level, medium, sectionId or null, hundredths}]';
create index on newsroom.point_tables (county_id, from_on desc, id desc);

create table newsroom.adoptions (
  county_id integer not null,
  id uuid not null,
  adoption_id uuid not null,
  entry integer not null,
  person_id uuid not null,
  kind text not null check (kind in ('counted', 'reversal')),
  why text not null check (why in ('published', 'entered', 'restored', 'counts-again', 'shared-anew', 'withdrawn', 'mistaken', 'higher-level')),
  story_id uuid not null,
  section_id uuid not null,
  place_id uuid not null,
  level text not null check (level in ('county', 'city', 'province', 'national')),
  medium text not null check (medium in ('text', 'picture', 'audio', 'video')),
  outlet text,
  adopted_on date not null,
  href text,
  scan_hash text,
  edition_id uuid,
  sharers integer not null check (sharers > 0),
  hundredths integer not null,
  reverses uuid,
  reason text,
  recorded_by jsonb not null,
  entered_at timestamptz not null,
  row_hash text not null,
  primary key (county_id, id),
  unique (county_id, adoption_id, person_id, entry),
  unique (county_id, reverses),
  check ((kind = 'reversal') = (reverses is not null)),
  check ((kind = 'counted' and hundredths >= 0) or (kind = 'reversal' and hundredths <= 0))
);
select platform.append_only('newsroom.adoptions');
comment on column newsroom.adoptions.adoption_id is 'the adoption by one outlet; its lines are the shares of whoever brought the text';
comment on column newsroom.adoptions.entry is 'which line of this person in this adoption, from 1: nothing is written twice';
comment on column newsroom.adoptions.outlet is 'null: the county''s own publication here';
comment on column newsroom.adoptions.href is 'where the copy can be looked at';
comment on column newsroom.adoptions.scan_hash is 'a picture or document of the library that shows the copy';
comment on column newsroom.adoptions.sharers is 'among how many the points were shared; 1: not shared';
comment on column newsroom.adoptions.hundredths is 'of a point; minus takes an earlier line back';
create index on newsroom.adoptions (county_id, story_id);
create index on newsroom.adoptions (county_id, person_id, adopted_on desc, id desc);
create index on newsroom.adoptions (county_id, adopted_on);
alter table newsroom.adoptions add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table newsroom.adoptions add foreign key (county_id, section_id) references newsroom.sections (county_id, id);
alter table newsroom.adoptions add foreign key (county_id, reverses) references newsroom.adoptions (county_id, id);
