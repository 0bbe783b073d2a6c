-- Keys of programs elsewhere that read what is public, more than an address without one may. They carry no ability at all.
create table access.api_keys (
  county_id integer not null,
  id uuid not null,
  key_hash text not null,
  owner text not null,
  purpose text not null,
  per_minute integer not null check (per_minute between 1 and 1000000),
  made_by uuid not null,
  made_at timestamptz not null,
  used_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (county_id, id),
  unique (county_id, key_hash),
  check ((revoked_at is null) = (revoked_by is null))
);
select platform.owned('access.api_keys');
comment on column access.api_keys.key_hash is 'SHA-256 of the key; the key itself is nowhere kept';
comment on column access.api_keys.owner is 'who reads with it, and how they are reached: in the words of whoever made it';
comment on column access.api_keys.per_minute is 'requests a minute, of those that are not answered from memory; in each process by itself';
comment on column access.api_keys.used_at is 'real time, to a minute';
