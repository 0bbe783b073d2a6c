-- Volunteering: the catalogue, volunteers and teams, orders (点单) with offers (派单, 接单), visits, assignments, ratings (评单), and the ledger of hours.
select platform.module('volunteering');

-- Words of the county's catalogue: groups of services, skills, licences.
create table volunteering.terms (
  county_id integer not null,
  kind text not null check (kind in ('group', 'skill', 'licence')),
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,60}$'),
  name jsonb not null,
  position integer not null,
  primary key (county_id, kind, key)
);
select platform.owned('volunteering.terms');

create table volunteering.services (
  county_id integer not null,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,80}$'),
  group_key text not null,
  level text not null check (level in ('county', 'town', 'village')),
  place_id uuid not null,
  team_id uuid,
  facts jsonb not null,
  position integer not null,
  home_position integer,
  active boolean not null,
  version integer not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, slug)
);
select platform.owned('volunteering.services');
comment on column volunteering.services.level is 'who answers for it: the county''s centre, a town''s or a village''s station';
comment on column volunteering.services.place_id is 'where it is offered, with all below';
comment on column volunteering.services.facts is 'the present version''s facts, as in service_versions';

-- What was offered, version by version: a change of the catalogue never changes an order that was placed before.
create table volunteering.service_versions (
  county_id integer not null,
  service_id uuid not null,
  version integer not null,
  facts jsonb not null,
  made_by jsonb not null,
  made_at timestamptz not null,
  primary key (county_id, service_id, version)
);
select platform.append_only('volunteering.service_versions');

-- Times for answering as data, most specific first: service and level, service, level, county. Minutes.
create table volunteering.limits (
  county_id integer not null,
  id uuid not null,
  service_id uuid,
  level text check (level in ('county', 'town', 'village')),
  answer_within_minutes integer not null check (answer_within_minutes > 0),
  arrange_within_minutes integer not null check (arrange_within_minutes > 0),
  offer_expires_minutes integer not null check (offer_expires_minutes > 0),
  confirm_within_minutes integer not null check (confirm_within_minutes > 0),
  rate_within_minutes integer not null check (rate_within_minutes > 0),
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique nulls not distinct (county_id, service_id, level)
);
select platform.owned('volunteering.limits');

create table volunteering.volunteers (
  county_id integer not null,
  person_id uuid not null,
  number text not null,
  home_place_id uuid not null,
  skills text[] not null,
  trained_at timestamptz,
  within_km integer,
  availability jsonb not null default '[]',
  languages text[] not null default '{}',
  state text not null check (state in ('active', 'paused', 'left')),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, person_id),
  unique (county_id, number)
);
select platform.owned('volunteering.volunteers');
create index on volunteering.volunteers (county_id, home_place_id);
comment on column volunteering.volunteers.number is 'stands on certificates in place of the identity number (MZ/T 061)';
comment on column volunteering.volunteers.trained_at is 'introduction done: may go to a home and lead a pair (志愿服务条例 art. 16); null: not yet';

create table volunteering.volunteer_licences (
  county_id integer not null,
  person_id uuid not null,
  licence text not null,
  expires_on date not null,
  primary key (county_id, person_id, licence)
);
select platform.owned('volunteering.volunteer_licences');
comment on column volunteering.volunteer_licences.expires_on is 'last day on which it holds';

create table volunteering.teams (
  county_id integer not null,
  id uuid not null,
  place_id uuid not null,
  name jsonb not null,
  leader_id uuid,
  skills text[] not null,
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('volunteering.teams');

create table volunteering.team_members (
  county_id integer not null,
  team_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (county_id, team_id, person_id)
);
select platform.owned('volunteering.team_members');
create index on volunteering.team_members (county_id, person_id);

create table volunteering.orders (
  county_id integer not null,
  id uuid not null,
  code_hash text not null,
  state text not null check (state in ('submitted', 'accepted', 'paused', 'dispatched', 'taken', 'under-way', 'visit-failed', 'done', 'disputed', 'confirmed', 'rated', 'closed', 'refused', 'referred', 'merged', 'helped', 'cancelled')),
  service_id uuid not null,
  service_version integer not null,
  place_id uuid not null,
  station_id uuid,
  channel text not null check (channel in ('web', 'phone', 'desk', 'paper')),
  ordered_for text not null check (ordered_for in ('self', 'parent', 'child', 'neighbour', 'other')),
  wishes jsonb not null,
  language text not null check (language in ('zh-CN', 'en')),
  phone_hash text not null,
  consent_version text not null,
  consent_at timestamptz not null,
  suspect boolean not null,
  suspect_why text check (suspect_why in ('honeypot')),
  visit_id uuid,
  merged_into uuid,
  outcome_reason text,
  next_address text,
  referred_to uuid,
  due_at timestamptz,
  answered_at timestamptz,
  arranged_at timestamptz,
  taken_at timestamptz,
  done_at timestamptz,
  confirmed_at timestamptz,
  disputed_at timestamptz,
  ended_at timestamptz,
  forgotten_at timestamptz,
  reopened integer not null default 0,
  version integer not null default 1,
  taken_down_by uuid,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, code_hash),
  check (suspect = (suspect_why is not null))
);
select platform.owned('volunteering.orders');
create index on volunteering.orders (county_id, state, due_at);
create index on volunteering.orders (county_id, place_id, happened_at desc);
create index on volunteering.orders (county_id, happened_at desc, id desc);
create index on volunteering.orders (county_id, phone_hash, service_id, happened_at desc);
create index on volunteering.orders (county_id, station_id, state);
create index on volunteering.orders (county_id, suspect) where suspect;
comment on column volunteering.orders.code_hash is 'HMAC-SHA-256 of the code under the county''s key: the code itself is nowhere kept';
comment on column volunteering.orders.wishes is 'time wishes, best first: [{on: YYYY-MM-DD or null, part: any|morning|afternoon|evening}]';
comment on column volunteering.orders.due_at is 'by when the present step should be done; null: nothing is outstanding at the station';
comment on column volunteering.orders.visit_id is 'the visit in work or the last one';
comment on column volunteering.orders.suspect is 'a trap in the form was filled in: listed under "please check"';

-- Who ordered and whom else to tell: at most two. Erased when the order has been over for the county's retention.
create table volunteering.order_contacts (
  county_id integer not null,
  order_id uuid not null,
  position smallint not null check (position in (1, 2)),
  name text not null,
  phone text not null,
  relation text not null check (relation in ('self', 'parent', 'child', 'neighbour', 'other')),
  told text[] not null,
  primary key (county_id, order_id, position)
);
select platform.owned('volunteering.order_contacts');
comment on column volunteering.order_contacts.told is 'what this person may be told: progress, visit, everything';

create table volunteering.order_details (
  county_id integer not null,
  order_id uuid not null,
  address text not null,
  note text not null,
  primary key (county_id, order_id)
);
select platform.owned('volunteering.order_details');

create table volunteering.visits (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  state text not null check (state in ('planned', 'under-way', 'done', 'failed', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  checked_in_at timestamptz,
  check_in_entered_at timestamptz,
  checked_out_at timestamptz,
  check_out_entered_at timestamptz,
  minutes_served integer check (minutes_served between 1 and 1440),
  evidence text check (evidence in ('witnessed', 'device-timed', 'organiser-attested', 'typed-in-later')),
  report text,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (county_id, id),
  check (ends_at > starts_at)
);
select platform.owned('volunteering.visits');
create index on volunteering.visits (county_id, order_id);
create index on volunteering.visits (county_id, starts_at);
comment on column volunteering.visits.evidence is 'how the time is known: by both sides, by the device at the time, by the organiser, or typed in later';

create table volunteering.assignments (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  visit_id uuid not null,
  person_id uuid not null,
  leads boolean not null,
  state text not null check (state in ('assigned', 'given-back', 'served', 'absent', 'released')),
  assigned_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_id, id),
  unique (county_id, visit_id, person_id)
);
select platform.owned('volunteering.assignments');
create index on volunteering.assignments (county_id, person_id, state);

create table volunteering.offers (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  visit_id uuid not null,
  person_id uuid,
  team_id uuid,
  state text not null check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  made_by jsonb not null,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  primary key (county_id, id),
  check ((person_id is null) <> (team_id is null))
);
select platform.owned('volunteering.offers');
create index on volunteering.offers (county_id, order_id);
create index on volunteering.offers (county_id, person_id, state);
create index on volunteering.offers (county_id, team_id, state);
create index on volunteering.offers (county_id, expires_at) where state = 'open';

-- Who answered: of a team each member for themselves. A refusal has no reason and counts for nothing.
create table volunteering.offer_answers (
  county_id integer not null,
  offer_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('accept', 'decline')),
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (county_id, offer_id, person_id)
);
select platform.append_only('volunteering.offer_answers');

create table volunteering.ratings (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  visit_id uuid not null,
  outcome text not null check (outcome in ('done', 'partly', 'not-done')),
  score smallint not null check (score between 1 and 5),
  words text not null,
  given_by text not null check (given_by in ('resident', 'desk')),
  entered_by jsonb not null,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, visit_id)
);
select platform.owned('volunteering.ratings');

-- The ledger (志愿服务记录与证明出具办法 art. 7, 11): one entry for each person and visit, taken back only by a reversal. Sealed on the chain "hours".
create table volunteering.hours (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('service', 'reversal')),
  minutes integer not null,
  order_id uuid not null,
  visit_id uuid not null,
  service_id uuid not null,
  service_version integer not null,
  place_id uuid not null,
  entry integer not null,
  evidence text not null check (evidence in ('witnessed', 'device-timed', 'organiser-attested', 'typed-in-later')),
  reverses uuid,
  reason text,
  recorded_by jsonb not null,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  row_hash text not null,
  primary key (county_id, id),
  unique (county_id, visit_id, person_id, entry),
  unique (county_id, reverses),
  check ((kind = 'reversal') = (reverses is not null)),
  check ((kind = 'service' and minutes > 0) or (kind = 'reversal' and minutes < 0))
);
select platform.append_only('volunteering.hours');
create index on volunteering.hours (county_id, person_id, happened_at desc);

-- What should be looked at when: swept by the clock, told to those who can act. A reminder names its subject (order, offer or visit).
create table volunteering.reminders (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('answer', 'arrange', 'offer-ending', 'offer-ended', 'visit-soon', 'check-in-missing', 'check-out-missing', 'confirm', 'rate', 'close')),
  subject_id uuid not null,
  due_at timestamptz not null,
  done_at timestamptz,
  settled_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('volunteering.reminders');
create index on volunteering.reminders (county_id, due_at) where done_at is null and settled_at is null;
create index on volunteering.reminders (county_id, order_id);

alter table volunteering.services add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.services add foreign key (county_id, team_id) references volunteering.teams (county_id, id);
alter table volunteering.service_versions add foreign key (county_id, service_id) references volunteering.services (county_id, id);
alter table volunteering.limits add foreign key (county_id, service_id) references volunteering.services (county_id, id);
alter table volunteering.volunteers add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.volunteers add foreign key (county_id, home_place_id) references places.places (county_id, id);
alter table volunteering.volunteer_licences add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.teams add foreign key (county_id, id) references access.units (county_id, id);
alter table volunteering.teams add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.teams add foreign key (county_id, leader_id) references people.persons (county_id, id);
alter table volunteering.team_members add foreign key (county_id, team_id) references volunteering.teams (county_id, id);
alter table volunteering.team_members add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.orders add foreign key (county_id, service_id, service_version) references volunteering.service_versions (county_id, service_id, version);
alter table volunteering.orders add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.orders add foreign key (county_id, station_id) references stations.stations (county_id, id);
alter table volunteering.orders add foreign key (county_id, referred_to) references stations.stations (county_id, id);
alter table volunteering.orders add foreign key (county_id, merged_into) references volunteering.orders (county_id, id);
alter table volunteering.orders add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.orders add foreign key (county_id, taken_down_by) references people.persons (county_id, id);
alter table volunteering.order_contacts add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.order_details add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.visits add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.assignments add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.assignments add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.assignments add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.offers add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.offers add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.offers add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.offers add foreign key (county_id, team_id) references volunteering.teams (county_id, id);
alter table volunteering.offer_answers add foreign key (county_id, offer_id) references volunteering.offers (county_id, id);
alter table volunteering.offer_answers add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.ratings add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.ratings add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.hours add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.hours add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.hours add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.hours add foreign key (county_id, service_id, service_version) references volunteering.service_versions (county_id, service_id, version);
alter table volunteering.hours add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.hours add foreign key (county_id, reverses) references volunteering.hours (county_id, id);
alter table volunteering.reminders add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
