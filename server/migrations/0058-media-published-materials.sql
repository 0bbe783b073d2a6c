-- Which sound, video and documents the public has been shown: everybody may have those, the others only whoever works here.
create table media.published_materials (
  county_id integer not null,
  material_hash text not null,
  noun text not null,
  subject_id uuid not null,
  published_at timestamptz not null,
  primary key (county_id, material_hash, noun, subject_id)
);
select platform.append_only('media.published_materials');
comment on column media.published_materials.material_hash is 'as the text names it; of a file that was never kept here it leads nowhere';

-- What stood in editions before this was recorded; a new database has none yet.
do $$ begin
  if to_regclass('newsroom.editions') is not null then
    insert into media.published_materials (county_id, material_hash, noun, subject_id, published_at)
    select e.county_id, m.hash[1], 'story', e.story_id, min(e.published_at)
      from newsroom.editions e cross join lateral regexp_matches(e.text::text, '/materials/([0-9a-f]{64})', 'g') m(hash)
     group by 1, 2, 3, 4;
  end if;
end $$;
