-- Codes that a place had before: old links and papers still lead to it.
create table places.former_codes (
  county_id integer not null,
  id uuid not null,
  place_id uuid not null,
  code text not null,
  given_up_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('places.former_codes');
alter table places.former_codes add foreign key (county_id, place_id) references places.places (county_id, id);
create index on places.former_codes (county_id, place_id);
comment on column places.former_codes.code is 'division code or local code that the place had until then';
