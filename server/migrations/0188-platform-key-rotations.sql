-- A county's key is changed in public: who reads a list of keys may follow from the one they know to the one of today.
alter table platform.signing_keys add column retired_why text check (retired_why in ('scheduled', 'compromised', 'lost'));

create table platform.key_rotations (
  county_id integer not null,
  id uuid not null,
  purpose text not null,
  from_id text not null,
  to_id text not null,
  why text not null check (why in ('scheduled', 'compromised', 'lost')),
  statement text not null,
  -- By the key that goes; null where it is lost.
  signature text,
  -- By the key that comes.
  confirmation text not null,
  at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('platform.key_rotations');
