-- What is wrong with the installation at this moment, as far as somebody was told or is about to be: a row is there as long as the trouble is.
select platform.module('operations');

create table operations.troubles (
  county_id integer not null,
  key text not null,
  since_at timestamptz not null,
  facts jsonb not null,
  told_at timestamptz,
  primary key (county_id, key)
);
select platform.owned('operations.troubles');
comment on column operations.troubles.told_at is 'null: seen once; what is gone at the next look troubles nobody';
comment on column operations.troubles.facts is 'values for the words of the trouble: counts, days, gigabytes';
