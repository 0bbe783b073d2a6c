-- What the library still has to do (ADR 74).
create index on media.pictures (county_id) where looks is null;
create index on media.materials (county_id) where kind <> 'document' and state = 'ready' and imprinted_version is distinct from version;
select platform.due('media.due_renditions', $$select p.county_id from media.pictures p where p.renditions_at is null and (p.renditions_tried_at is null or p.renditions_tried_at < clock - interval '1 hour')$$);
select platform.due('media.due_words', $$select p.county_id from media.pictures p where p.words is null
  union all select m.county_id from media.materials m where m.words is null$$);
select platform.due('media.due_looks', $$select p.county_id from media.pictures p where p.looks is null$$);
select platform.due('media.due_uploads', $$select u.county_id from media.uploads u where u.state = 'arrived'
  union all select u.county_id from media.uploads u where u.expires_at < clock and u.state <> 'arrived'$$);
select platform.due('media.due_conversions', $$select m.county_id from media.materials m where m.state in ('waiting', 'converting')$$);
select platform.due('media.due_imprints', $$select m.county_id from media.materials m where m.kind <> 'document' and m.state = 'ready' and m.imprinted_version is distinct from m.version$$);
