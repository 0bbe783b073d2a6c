-- Access: accounts and what proves a person (password, passkey, one-time codes, slips), sessions, tokens, grants and units.
-- Sessions, codes and slips live in real time; grants in the county's time.
select platform.module('access');

create table access.accounts (
  county_id integer not null,
  person_id uuid not null,
  login text not null,
  password_hash text,
  password_changed_at timestamptz,
  totp_secret bytea,
  totp_last_step bigint,
  totp_confirmed_at timestamptz,
  disabled_at timestamptz,
  demonstration boolean not null default false,
  made_at timestamptz not null,
  signed_in_at timestamptz,
  primary key (county_id, person_id),
  unique (county_id, login)
);
select platform.owned('access.accounts');
comment on column access.accounts.login is 'in the form in which it is compared: NFKC, lower case';
comment on column access.accounts.totp_secret is 'sealed with the installation''s key in var/keys; null without one-time codes';
comment on column access.accounts.totp_last_step is 'the last time step (30 s) of which a code was used: no code works twice';
comment on column access.accounts.demonstration is 'an account of the demonstration: its passkey is held by the server';

create table access.passkeys (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  algorithm integer not null,
  counter bigint not null,
  transports text[] not null default '{}',
  rp_id text not null,
  name text not null,
  server_held boolean not null default false,
  sealed_private_key bytea,
  made_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  primary key (county_id, id),
  unique (county_id, credential_id),
  check (server_held = (sealed_private_key is not null))
);
select platform.owned('access.passkeys');
create index on access.passkeys (county_id, person_id);
comment on column access.passkeys.public_key is 'COSE key as registered';
comment on column access.passkeys.server_held is 'a demonstration key: never in a real county';

create table access.challenges (
  county_id integer not null,
  id uuid not null,
  challenge text not null,
  purpose text not null check (purpose in ('register', 'sign-in', 'step-up', 'sign')),
  person_id uuid,
  session_id uuid,
  statement_hash text,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('access.challenges');
create index on access.challenges (county_id, challenge);
create index on access.challenges (county_id, expires_at);

create table access.recovery_codes (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (county_id, id),
  unique (county_id, person_id, code_hash)
);
select platform.owned('access.recovery_codes');

create table access.invitations (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (county_id, id),
  unique (county_id, token_hash)
);
select platform.owned('access.invitations');
create index on access.invitations (county_id, person_id);

create table access.reset_slips (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  code_hash text not null,
  made_by uuid not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  needs_second_person boolean not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (county_id, id),
  unique (county_id, code_hash),
  check (confirmed_by is null or (confirmed_by <> made_by and confirmed_by <> person_id)),
  check (made_by <> person_id)
);
select platform.owned('access.reset_slips');
create index on access.reset_slips (county_id, person_id);

create table access.sessions (
  county_id integer not null,
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  assurance smallint not null check (assurance in (1, 2)),
  method text not null check (method in ('password', 'passkey', 'invitation', 'slip', 'recovery', 'demonstration')),
  device text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  stepped_up_at timestamptz,
  stepped_up_by text check (stepped_up_by in ('password', 'passkey', 'totp', 'demonstration')),
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'revoked', 'replaced', 'password-changed', 'disabled', 'erased', 'expired')),
  primary key (county_id, id),
  unique (county_id, token_hash)
);
select platform.owned('access.sessions');
create index on access.sessions (county_id, person_id);
create index on access.sessions (county_id, expires_at);
comment on column access.sessions.token_hash is 'SHA-256 of the cookie; the cookie itself is nowhere kept';
comment on column access.sessions.device is 'kind of browser and system in words, such as Chrome · Android';

create table access.tokens (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  name text not null,
  scopes text[] not null,
  assurance smallint not null check (assurance in (1, 2)),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (county_id, id),
  unique (county_id, token_hash)
);
select platform.owned('access.tokens');
create index on access.tokens (county_id, person_id);

create table access.units (
  county_id integer not null,
  id uuid not null,
  kind text not null check (kind in ('section', 'team', 'station')),
  place_id uuid not null,
  name jsonb not null,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('access.units');
create index on access.units (county_id, kind);
comment on table access.units is 'What a grant may be narrowed to; sections, teams and stations of other modules have the same id.';

create table access.grants (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role ~ '^[a-z][a-z-]{1,40}$'),
  place_id uuid not null,
  unit_id uuid,
  duty boolean not null default false,
  from_at timestamptz not null,
  until_at timestamptz,
  made_by jsonb not null,
  made_at timestamptz not null,
  primary key (county_id, id),
  check (until_at is null or until_at >= from_at),
  check (not duty or until_at is not null)
);
select platform.owned('access.grants');
create index on access.grants (county_id, person_id);
create index on access.grants (county_id, role);
comment on column access.grants.duty is '值班: on duty between its dates';
comment on column access.grants.until_at is 'first moment at which it no longer holds; null: until ended';

alter table access.accounts add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table access.passkeys add foreign key (county_id, person_id) references access.accounts (county_id, person_id);
alter table access.recovery_codes add foreign key (county_id, person_id) references access.accounts (county_id, person_id);
alter table access.invitations add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table access.reset_slips add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table access.sessions add foreign key (county_id, person_id) references access.accounts (county_id, person_id);
alter table access.tokens add foreign key (county_id, person_id) references access.accounts (county_id, person_id);
alter table access.units add foreign key (county_id, place_id) references places.places (county_id, id);
alter table access.grants add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table access.grants add foreign key (county_id, place_id) references places.places (county_id, id);
alter table access.grants add foreign key (county_id, unit_id) references access.units (county_id, id);
