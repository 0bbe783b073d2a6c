-- What the library knows of a picture beside its words: rights, when it was taken, whether a machine made it, how it looks, where it is used.
alter table media.pictures
  add column title text not null default '',
  add column keywords text[] not null default '{}',
  add column taken_on date,
  add column source text not null default '',
  add column licence text not null default '',
  add column rights_holder text not null default '',
  add column rights_until date,
  add column machine text check (machine in ('made', 'changed')),
  add column looks bigint,
  add column words tsvector;
comment on column media.pictures.source is 'where we have it from, for the desk alone';
comment on column media.pictures.licence is 'under which terms it may be shown; goes out with the picture';
comment on column media.pictures.rights_until is 'the last day on which it may be shown; null: no end is known';
comment on column media.pictures.machine is 'made or changed by a machine (生成合成); null: nobody said so';
comment on column media.pictures.looks is 'perceptual hash, 64 bits: pictures that look alike differ in few of them; null: plain or not yet looked at';
comment on column media.pictures.words is 'its words cut for search; null: not yet done';
create index on media.pictures using gin (words);
create index on media.pictures (county_id, rights_until) where rights_until is not null;
create index on media.pictures (county_id, made_at) where words is null;
create index on media.pictures (county_id, taken_on) where taken_on is not null;

-- Written by the modules whose records show pictures: a story's text in work, its valid edition, earlier editions.
create table media.uses (
  county_id integer not null,
  picture_hash text not null,
  noun text not null,
  subject_id uuid not null,
  part text not null check (part in ('draft', 'edition', 'past')),
  used_at timestamptz not null,
  primary key (county_id, picture_hash, noun, subject_id, part)
);
select platform.owned('media.uses');
create index on media.uses (county_id, noun, subject_id);
alter table media.uses add foreign key (county_id, picture_hash) references media.pictures (county_id, hash);

-- A rendition says what the picture says of itself; with other words it is made anew.
alter table media.renditions add column said text not null default '';
comment on column media.renditions.said is 'hash of what the file says of itself (title, caption, credit, rights); empty: nothing';

-- What stood in stories before uses were recorded; a new database has no stories yet.
do $$ begin
  if to_regclass('newsroom.stories') is not null then
    insert into media.uses (county_id, picture_hash, noun, subject_id, part, used_at)
    select distinct on (s.county_id, p.hash, s.id, u.part) s.county_id, p.hash, 'story', s.id, u.part, s.updated_at from newsroom.stories s
      cross join lateral (
        select 'draft' as part, r.text from newsroom.revisions r where r.county_id = s.county_id and r.id = s.revision_id and s.state not in ('done', 'discarded')
        union all select case when e.id = s.edition_id then 'edition' else 'past' end, e.text from newsroom.editions e where e.county_id = s.county_id and e.story_id = s.id
      ) u
      cross join lateral jsonb_path_query(u.text::jsonb, '$.body.content[*] ? (@.type == "figure").attrs.hash') h(hash)
      join media.pictures p on p.county_id = s.county_id and p.hash = h.hash #>> '{}';
  end if;
end $$;
