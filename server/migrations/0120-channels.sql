-- Copies of editions in channels: what was sent where, what came back.
select platform.module('channels');

create table channels.copies (
  county_id integer not null,
  id uuid not null,
  story_id uuid not null,
  edition_id uuid not null,
  edition_number integer not null,
  channel text not null,
  state text not null check (state in ('waiting', 'published', 'drifted', 'failed', 'withdrawn', 'replaced')),
  remote_id text,
  address text,
  hash_sent text not null,
  hash_seen text,
  receipt jsonb,
  attempts integer not null default 0,
  problem text,
  look_at timestamptz,
  planned_at timestamptz not null,
  published_at timestamptz,
  seen_at timestamptz,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, edition_id, channel)
);
select platform.owned('channels.copies');
comment on column channels.copies.hash_sent is 'text hash of the edition that was sent';
comment on column channels.copies.hash_seen is 'what was read back: hash_sent when the words are the same, else the SHA-256 of the words that were seen';
comment on column channels.copies.receipt is 'what the receiver gave back; of the public site: edition and hash, written with the edition itself';
comment on column channels.copies.look_at is 'real time at which to read back next; null when there is nothing to read back';
create index on channels.copies (county_id, story_id, edition_number desc);
create index on channels.copies (county_id, look_at) where look_at is not null;
create index on channels.copies (county_id, state, changed_at desc) where state in ('waiting', 'drifted', 'failed');

alter table channels.copies add foreign key (county_id, story_id) references newsroom.stories (county_id, id);
alter table channels.copies add foreign key (county_id, edition_id) references newsroom.editions (county_id, id);
