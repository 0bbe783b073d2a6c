-- The kernel's own tables. Two helper functions state, once, what "owned by a county" means.
create schema platform;

-- A table owned by a county: row-level security by the transaction's county, and the app role's rights.
create function platform.owned(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy county on %s using (county_id = nullif(current_setting(''app.county'', true), '''')::integer)', target);
  execute format('grant select, insert, update, delete on %s to %I', target, current_setting('xiangyin.app_role'));
end $$;

-- As owned, and rows once written stay: the app role may neither update nor delete.
create function platform.append_only(target regclass) returns void language plpgsql as $$
begin
  perform platform.owned(target);
  execute format('revoke update, delete on %s from %I', target, current_setting('xiangyin.app_role'));
  execute format('comment on table %s is ''append-only''', target);
end $$;

-- A table that is the same for every county (a Citus reference table).
create function platform.shared(target regclass) returns void language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to %I', target, current_setting('xiangyin.app_role'));
  execute format('comment on table %s is ''reference table''', target);
end $$;

-- A module's schema, usable by the app role.
create function platform.module(name text) returns void language plpgsql as $$
begin
  execute format('create schema %I', name);
  execute format('grant usage on schema %I to %I', name, current_setting('xiangyin.app_role'));
end $$;
do $$ begin execute format('grant usage on schema platform to %I', current_setting('xiangyin.app_role')); end $$;

create table platform.counties (
  id integer primary key,
  slug text not null unique,
  name jsonb not null,
  publisher jsonb not null,
  phone text not null,
  time_zone text not null,
  country_pack text not null check (country_pack in ('cn', 'generic')),
  languages text[] not null,
  demonstration boolean not null default false,
  clock_at timestamptz,
  clock_running_since timestamptz,
  settings jsonb not null default '{}',
  closed_at timestamptz
);
select platform.shared('platform.counties');
comment on column platform.counties.clock_at is 'the county''s own time when its clock was last set; null: the county lives in real time';
comment on column platform.counties.clock_running_since is 'real time since which the own clock runs; null while it is held';

create table platform.hosts (
  host text primary key,
  county_id integer not null
);
select platform.shared('platform.hosts');
alter table platform.hosts add foreign key (county_id) references platform.counties (id);

create table platform.events (
  county_id integer not null,
  id uuid not null,
  name text not null,
  version integer not null,
  subject_id text not null,
  payload jsonb not null,
  actor jsonb not null,
  at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('platform.events');
create index on platform.events (county_id, subject_id, id);

-- One row per (event, subscriber of the kind "after") until the relay has turned it into a job.
create table platform.outbox (
  county_id integer not null,
  event_id uuid not null,
  subscriber text not null,
  subject_id text not null,
  primary key (county_id, event_id, subscriber)
);
select platform.owned('platform.outbox');

-- Which subscriber has dealt with which event: makes "at least once" harmless.
create table platform.handled (
  county_id integer not null,
  subscriber text not null,
  event_id uuid not null,
  primary key (county_id, subscriber, event_id)
);
select platform.owned('platform.handled');

create table platform.moves (
  county_id integer not null,
  id uuid not null,
  noun text not null,
  subject_id text not null,
  from_state text,
  to_state text not null,
  actor jsonb not null,
  reason text,
  detail jsonb not null default '{}',
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (county_id, id)
);
select platform.append_only('platform.moves');
create index on platform.moves (county_id, noun, subject_id, id);

create table platform.audit (
  county_id integer not null,
  id uuid not null,
  act text not null,
  actor jsonb not null,
  noun text not null,
  subject_id text not null,
  place_id uuid,
  detail jsonb not null,
  at timestamptz not null,
  row_hash text not null,
  primary key (county_id, id)
);
select platform.append_only('platform.audit');
create index on platform.audit (county_id, noun, subject_id, id);
create index on platform.audit (county_id, at desc);

-- Rows waiting for the sealer (audit, hours), and the chains it makes of them.
create table platform.unsealed (
  county_id integer not null,
  chain text not null,
  row_id uuid not null,
  row_hash text not null,
  primary key (county_id, chain, row_id)
);
select platform.owned('platform.unsealed');

create table platform.seals (
  county_id integer not null,
  chain text not null,
  seq bigint not null,
  row_id uuid not null,
  row_hash text not null,
  chain_hash text not null,
  sealed_at timestamptz not null,
  primary key (county_id, chain, seq),
  unique (county_id, chain, row_id)
);
select platform.append_only('platform.seals');

create table platform.heads (
  county_id integer not null,
  chain text not null,
  seq bigint not null,
  chain_hash text not null,
  key_id text not null,
  signature text not null,
  signed_at timestamptz not null,
  primary key (county_id, chain, seq)
);
select platform.append_only('platform.heads');

create table platform.signing_keys (
  county_id integer not null,
  id text not null,
  purpose text not null,
  algorithm text not null,
  public_key text not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('platform.signing_keys');

create table platform.idempotency_keys (
  county_id integer not null,
  actor_scope text not null,
  key_hash text not null,
  request_hash text not null,
  status integer,
  answer bytea,
  at timestamptz not null,
  primary key (county_id, actor_scope, key_hash)
);
select platform.owned('platform.idempotency_keys');
create index on platform.idempotency_keys (county_id, at);

create table platform.files (
  county_id integer not null,
  hash text not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  made_at timestamptz not null,
  primary key (county_id, hash)
);
select platform.owned('platform.files');

create table platform.throttles (
  county_id integer not null,
  scope text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (county_id, scope, window_start)
);
select platform.owned('platform.throttles');
