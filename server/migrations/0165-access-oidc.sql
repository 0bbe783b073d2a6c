-- Signing in by a provider of the installation (OpenID Connect): who is whom there, and the journeys that are under way.
create table access.oidc_links (
  county_id integer not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (county_id, person_id),
  unique (county_id, issuer, subject)
);
select platform.owned('access.oidc_links');
comment on column access.oidc_links.subject is 'what the provider calls the person, unique there; no name and no address';

create table access.oidc_journeys (
  county_id integer not null,
  id uuid not null,
  state_hash text not null,
  browser_hash text not null,
  nonce text not null,
  code_verifier text not null,
  start_on text not null check (start_on in ('console', 'phone', 'account')),
  person_id uuid,
  session_id uuid,
  expires_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, state_hash),
  check ((start_on = 'account') = (person_id is not null)),
  check ((person_id is null) = (session_id is null))
);
select platform.owned('access.oidc_journeys');
create index on access.oidc_journeys (county_id, expires_at);
comment on column access.oidc_journeys.state_hash is 'SHA-256 of the state in the address';
comment on column access.oidc_journeys.browser_hash is 'SHA-256 of the cookie that binds the journey to its browser';
comment on column access.oidc_journeys.person_id is 'who links their account; null where somebody signs in';
comment on column access.oidc_journeys.expires_at is 'ten minutes of real time; the row goes when it is used';

alter table access.oidc_links add foreign key (county_id, person_id) references access.accounts (county_id, person_id);

alter table access.sessions drop constraint sessions_method_check;
alter table access.sessions add constraint sessions_method_check
  check (method in ('password', 'passkey', 'invitation', 'slip', 'recovery', 'demonstration', 'oidc'));
