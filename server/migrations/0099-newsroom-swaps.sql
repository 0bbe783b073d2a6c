-- Two people on duty who change places: asked, accepted, and confirmed by somebody who arranges the watch. Until then nothing of the roster changes.
create table newsroom.shift_swaps (
  county_id integer not null,
  id uuid not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'confirmed')),
  role text not null,
  place_id uuid not null,
  shift_id uuid not null,
  other_shift_id uuid,
  asker_id uuid not null,
  asked_id uuid not null check (asked_id <> asker_id),
  note text not null,
  asked_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('newsroom.shift_swaps');
comment on column newsroom.shift_swaps.shift_id is 'the asker''s shift: a grant of duty';
comment on column newsroom.shift_swaps.other_shift_id is 'what the asked person gives for it; null: nothing';
create unique index on newsroom.shift_swaps (county_id, shift_id) where state in ('asked', 'accepted');
create index on newsroom.shift_swaps (county_id, asked_at);

alter table newsroom.shift_swaps add foreign key (county_id, place_id) references places.places (county_id, id);
