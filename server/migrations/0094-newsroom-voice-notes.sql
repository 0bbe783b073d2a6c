-- What a correspondent says into the telephone beside a text: kept as it was sent, heard by the desk, never published.
create table newsroom.voice_notes (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  file_hash text not null,
  media_type text not null check (media_type in ('audio/webm', 'audio/mp4', 'audio/ogg')),
  bytes integer not null,
  seconds integer not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  removed_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('newsroom.voice_notes');
comment on column newsroom.voice_notes.id is 'made on the device that recorded it, so that it arrives once';
comment on column newsroom.voice_notes.seconds is 'its length as the device measured it';
comment on column newsroom.voice_notes.removed_at is 'nobody hears it any more; its file goes within the hour, the row with it';
create index on newsroom.voice_notes (county_id, story_id);
create index on newsroom.voice_notes (county_id, file_hash);
create index on newsroom.voice_notes (county_id, sent_by);
create index on newsroom.voice_notes (county_id, removed_at) where removed_at is not null;
alter table newsroom.voice_notes add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
