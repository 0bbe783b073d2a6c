-- Sound, video and documents have what pictures have: rights, the day and its keywords, a machine's work, who can be recognised, where they are used.
alter table media.materials
  add column keywords text[] not null default '{}',
  add column taken_on date,
  add column source text not null default '',
  add column licence text not null default '',
  add column rights_holder text not null default '',
  add column rights_until date,
  add column machine text check (machine in ('made', 'changed')),
  add column shows_people boolean not null default false,
  add column words tsvector;
comment on column media.materials.source is 'where we have it from, for the desk alone';
comment on column media.materials.licence is 'under which terms it may be shown; goes out with it';
comment on column media.materials.rights_until is 'the last day on which it may be shown; null: no end is known';
comment on column media.materials.machine is 'made or changed by a machine (生成合成); null: nobody said so';
comment on column media.materials.shows_people is 'somebody said that persons can be recognised in it, by sight or by voice';
comment on column media.materials.words is 'its words cut for search; null: not yet done';
create index on media.materials using gin (words);
create index on media.materials (county_id, rights_until) where rights_until is not null;
create index on media.materials (county_id, made_at) where words is null;
create index on media.materials (county_id, taken_on) where taken_on is not null;

alter table media.uploads add column machine text check (machine in ('made', 'changed'));
comment on column media.uploads.machine is 'said by whoever sends it';

-- A use and a consent are of a picture or of a material, both named by their hash.
alter table media.uses rename column picture_hash to item_hash;
alter table media.uses
  drop constraint uses_county_id_picture_hash_fkey,
  add column picture_hash text,
  add column material_hash text;
update media.uses set picture_hash = item_hash;
alter table media.uses add check (item_hash = coalesce(picture_hash, material_hash) and num_nonnulls(picture_hash, material_hash) = 1);
comment on column media.uses.item_hash is 'of the picture or of the material';

alter table media.consents rename column picture_hash to item_hash;
alter table media.consents
  drop constraint consents_county_id_picture_hash_fkey,
  add column picture_hash text,
  add column material_hash text;
update media.consents set picture_hash = item_hash;
alter table media.consents add check (item_hash = coalesce(picture_hash, material_hash) and num_nonnulls(picture_hash, material_hash) = 1);
comment on column media.consents.item_hash is 'of the picture or of the material';
comment on column media.consents.scope is 'what the picture or the recording may be used for; empty: nothing was said';

alter table media.uses add foreign key (county_id, picture_hash) references media.pictures (county_id, hash);
alter table media.uses add foreign key (county_id, material_hash) references media.materials (county_id, hash);
alter table media.consents add foreign key (county_id, picture_hash) references media.pictures (county_id, hash);
alter table media.consents add foreign key (county_id, material_hash) references media.materials (county_id, hash);

-- Which stories link to materials, before uses of them were recorded; a new database has no stories yet.
do $$ begin
  if to_regclass('newsroom.stories') is not null then
    insert into media.uses (county_id, item_hash, material_hash, noun, subject_id, part, used_at)
    select distinct on (s.county_id, m.hash, s.id, u.part) s.county_id, m.hash, m.hash, 'story', s.id, u.part, s.updated_at from newsroom.stories s
      cross join lateral (
        select 'draft' as part, r.text from newsroom.revisions r where r.county_id = s.county_id and r.id = s.revision_id and s.state not in ('done', 'discarded')
        union all select case when e.id = s.edition_id then 'edition' else 'past' end, e.text from newsroom.editions e where e.county_id = s.county_id and e.story_id = s.id
      ) u
      cross join lateral regexp_matches(u.text::text, '"/materials/([0-9a-f]{64})[".]', 'g') h(hash)
      join media.materials m on m.county_id = s.county_id and m.hash = h.hash[1];
  end if;
end $$;
