-- Kiosks (自助屏): screens of a station at which residents order, standing and without account. Each is registered by whoever keeps the station, by a link that works once, and shows afterwards by a secret of its own that it is that station's.
create table stations.kiosks (
  county_id integer not null,
  id uuid not null,
  station_id uuid not null,
  stands_at text not null,
  link_hash text not null,
  link_expires_at timestamptz not null,
  secret_hash text,
  registered_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (county_id, id),
  check ((secret_hash is null) = (started_at is null))
);
select platform.owned('stations.kiosks');
create unique index on stations.kiosks (county_id, link_hash);
create unique index on stations.kiosks (county_id, secret_hash) where secret_hash is not null;
create index on stations.kiosks (county_id, station_id);
alter table stations.kiosks add foreign key (county_id, station_id) references stations.stations (county_id, id);
comment on column stations.kiosks.stands_at is 'where it stands, in the words of whoever registered it';
comment on column stations.kiosks.link_expires_at is 'real time: half an hour after registering';
comment on column stations.kiosks.secret_hash is 'of the cookie that its browser keeps';
