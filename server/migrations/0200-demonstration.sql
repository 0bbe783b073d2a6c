-- The demonstration: what of it has been loaded, and what its guided walks have measured. Empty in a real county.
select platform.module('demonstration');

-- Written in the transaction of the thing itself, so that loading goes on where it stopped, whatever stopped it.
create table demonstration.loaded (
  county_id integer not null,
  key text not null,
  id uuid not null,
  code text,
  primary key (county_id, key)
);
select platform.owned('demonstration.loaded');
comment on column demonstration.loaded.key is 'person:chenxi, place:990101, story:flood-tonight:zh, order:leaking-tap, step:orders';
comment on column demonstration.loaded.code is 'of an order that a guided walk shows: the code on its slip, which is kept nowhere else';

create table demonstration.walk_results (
  county_id integer not null,
  walk text not null check (walk in ('story', 'order')),
  subject_id uuid not null,
  facts jsonb not null,
  changed_at timestamptz not null,
  primary key (county_id, walk, subject_id)
);
select platform.owned('demonstration.walk_results');
comment on column demonstration.walk_results.facts is 'milliseconds from the last signature to the public page; what one changed character did to the signatures';
