-- Pictures by the hash of the stored original, which is always re-encoded by us: the bytes somebody sent are never kept.
select platform.module('media');

create table media.pictures (
  county_id integer not null,
  hash text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  alt text not null,
  caption text not null,
  credit text not null,
  place_id uuid,
  stored_by uuid,
  made_at timestamptz not null,
  primary key (county_id, hash)
);
select platform.owned('media.pictures');
comment on column media.pictures.hash is 'SHA-256 of the stored original: texts name their pictures by it, so a signature covers the picture too';
comment on column media.pictures.stored_by is 'id of the person; null when a rule stored it';
create index on media.pictures (county_id, stored_by, made_at);
create index on media.pictures (county_id, made_at desc);

create table media.renditions (
  county_id integer not null,
  picture_hash text not null,
  width integer not null,
  height integer not null,
  media_type text not null,
  file_hash text not null,
  bytes integer not null,
  primary key (county_id, picture_hash, width)
);
select platform.owned('media.renditions');

alter table media.pictures add foreign key (county_id, place_id) references places.places (county_id, id);
alter table media.renditions add foreign key (county_id, picture_hash) references media.pictures (county_id, hash);
