-- Where a station is, in degrees: whoever helps there may have their own phone say that they are near.
alter table stations.stations
  add column degrees jsonb,
  add constraint stations_degrees check ((degrees ->> 'latitude')::numeric between -90 and 90 and (degrees ->> 'longitude')::numeric between -180 and 180);
comment on column stations.stations.degrees is '{latitude, longitude}, WGS 84, public';
