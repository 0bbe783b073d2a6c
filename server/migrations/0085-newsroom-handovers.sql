-- 交班: what the leaving person on duty says to the coming one, signed by the one and taken by the other. The shifts themselves are grants of duty (access.grants).
create table newsroom.handovers (
  county_id integer not null,
  id uuid not null,
  shift_id uuid not null,
  role text not null,
  place_id uuid not null,
  leaving_id uuid not null,
  coming_id uuid not null,
  note text not null,
  signed_at timestamptz not null,
  taken_at timestamptz,
  primary key (county_id, id),
  unique (county_id, shift_id),
  check (leaving_id <> coming_id)
);
select platform.owned('newsroom.handovers');
comment on column newsroom.handovers.shift_id is 'the grant of duty that ends with it; a shift is handed over once';
create index on newsroom.handovers (county_id, coming_id) where taken_at is null;

alter table newsroom.handovers add foreign key (county_id, shift_id) references access.grants (county_id, id);
alter table newsroom.handovers add foreign key (county_id, place_id) references places.places (county_id, id);
