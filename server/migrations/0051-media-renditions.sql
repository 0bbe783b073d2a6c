-- A file each for every cut of a picture, the point it is cut around, its width and its format.
alter table media.renditions
  add column cut text not null default 'whole' check (cut in ('whole', '16x9', '4x3', '1x1')),
  add column focus_x smallint not null default 50 check (focus_x between 0 and 100),
  add column focus_y smallint not null default 50 check (focus_y between 0 and 100),
  drop constraint renditions_pkey,
  add primary key (county_id, picture_hash, cut, focus_x, focus_y, width, media_type);
comment on column media.renditions.focus_x is 'per cent of the width from the left: the point that stays in every cut; 50 for the whole picture';

alter table media.pictures
  add column version integer not null default 1,
  add column focus_x smallint not null default 50 check (focus_x between 0 and 100),
  add column focus_y smallint not null default 50 check (focus_y between 0 and 100),
  add column renditions_at timestamptz,
  add column renditions_tried_at timestamptz;
comment on column media.pictures.focus_x is 'per cent of the width from the left: the point that stays in every cut';
comment on column media.pictures.renditions_at is 'when the last of its files was there; null: some may be missing';
comment on column media.pictures.renditions_tried_at is 'when making them was last begun, by the machine''s clock, so that one that cannot be made holds up no other';
create index on media.pictures (county_id, renditions_tried_at nulls first, made_at desc) where renditions_at is null;
