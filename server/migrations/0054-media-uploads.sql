-- What arrives in pieces, and what it becomes where it is no picture: recordings and documents.
create table media.uploads (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  bytes bigint not null check (bytes > 0),
  arrived bigint not null default 0,
  state text not null default 'sending' check (state in ('sending', 'arrived', 'kept', 'refused')),
  fingerprint text not null,
  alt text not null,
  caption text not null,
  credit text not null,
  place_id uuid,
  kind text check (kind in ('picture', 'audio', 'video', 'document')),
  subject text,
  refusal text,
  refusal_detail jsonb,
  began_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county_id, id),
  check (arrived between 0 and bytes),
  check (state <> 'arrived' or arrived = bytes)
);
select platform.owned('media.uploads');
comment on column media.uploads.fingerprint is 'what the sender''s device knows the file again by (name, size, time of change), so that it goes on where it stopped';
comment on column media.uploads.subject is 'what it became: the hash of a picture, the id of a material';
comment on column media.uploads.refusal is 'code of the refusal, where nothing could be made of it';
comment on column media.uploads.expires_at is 'by the machine''s clock: when it goes unless more arrives';
create index on media.uploads (county_id, person_id, began_at desc);
create index on media.uploads (county_id, expires_at);
create index on media.uploads (county_id, id) where state = 'arrived';

create table media.upload_pieces (
  county_id integer not null,
  upload_id uuid not null,
  from_byte bigint not null,
  id uuid not null,
  bytes integer not null,
  primary key (county_id, upload_id, from_byte)
);
select platform.owned('media.upload_pieces');
comment on table media.upload_pieces is 'the pieces of an upload that have arrived; their bytes lie in the file store until the whole is put together';

create table media.materials (
  county_id integer not null,
  id uuid not null,
  hash text not null,
  kind text not null check (kind in ('audio', 'video', 'document')),
  state text not null check (state in ('waiting', 'converting', 'ready', 'failed', 'stopped')),
  version integer not null default 1,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  title text not null,
  caption text not null,
  credit text not null,
  transcript text not null default '',
  place_id uuid,
  stored_by uuid,
  made_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, hash)
);
select platform.owned('media.materials');
comment on column media.materials.hash is 'SHA-256 of the file as it was sent: texts name a material by it, so a signature covers it';
comment on column media.materials.name is 'the file''s name as it was sent';
comment on column media.materials.transcript is 'what is said and seen, for those who cannot hear or see it';
comment on column media.materials.stored_by is 'id of the person; null when a rule stored it';
create index on media.materials (county_id, made_at desc, id desc);

alter table media.uploads add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table media.uploads add foreign key (county_id, place_id) references places.places (county_id, id);
alter table media.upload_pieces add foreign key (county_id, upload_id) references media.uploads (county_id, id);
alter table media.materials add foreign key (county_id, place_id) references places.places (county_id, id);
