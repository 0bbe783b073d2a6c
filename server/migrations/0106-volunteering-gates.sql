-- What decides whether somebody may go: the volunteer's own times and caps, age, insurance, papers that wait for a look, and who shall not meet.
alter table volunteering.volunteers
  add column paused_until date,
  add column away jsonb not null default '[]',
  add column visits_per_day integer check (visits_per_day between 1 and 20),
  add column visits_per_week integer check (visits_per_week between 1 and 60),
  add column born_on date,
  add column guardian_agreed_at timestamptz,
  add column insured_until date,
  add column needs_mentor boolean not null default false;
comment on column volunteering.volunteers.paused_until is 'first day on which a volunteer who pauses is asked again; null: until they say so';
comment on column volunteering.volunteers.away is 'days on which they cannot come, whatever the week says: [{from: YYYY-MM-DD, until: YYYY-MM-DD}], both included';
comment on column volunteering.volunteers.visits_per_day is 'at most so many; null: as the county says. The smaller of the two holds';
comment on column volunteering.volunteers.born_on is 'asked of minors alone; null: grown up';
comment on column volunteering.volunteers.guardian_agreed_at is 'since when a guardian''s consent is on paper at the station; null: none';
comment on column volunteering.volunteers.insured_until is 'last day of the accident insurance (志愿服务条例 art. 17); null: none known';
comment on column volunteering.volunteers.needs_mentor is 'has made no visit yet: goes with somebody trained who leads';

-- What minors may do, by age in years: the row with the highest from_age that is not above it holds.
create table volunteering.age_bands (
  county_id integer not null,
  from_age integer not null check (from_age between 0 and 18),
  accepted boolean not null,
  guardian boolean not null,
  homes text not null check (homes in ('never', 'accompanied', 'freely')),
  not_before integer not null check (not_before between 0 and 1440),
  not_after integer not null check (not_after between 0 and 1440),
  minutes_per_week integer check (minutes_per_week > 0),
  changed_at timestamptz not null,
  primary key (county_id, from_age)
);
select platform.owned('volunteering.age_bands');
comment on column volunteering.age_bands.guardian is 'a guardian must have agreed';
comment on column volunteering.age_bands.homes is 'whether they may go to a home: never, beside somebody grown up, or as everybody';
comment on column volunteering.age_bands.not_before is 'minutes of the day on the county''s wall between which a visit must lie';

-- A paper that a volunteer says they hold. It counts for nothing until a named person has seen the original.
create table volunteering.licence_claims (
  county_id integer not null,
  id uuid not null,
  person_id uuid not null,
  licence text not null,
  expires_on date not null,
  checker_id uuid not null,
  check_by timestamptz not null,
  claimed_at timestamptz not null,
  verdict text check (verdict in ('seen', 'refused')),
  answered_by uuid,
  answered_at timestamptz,
  reason text,
  primary key (county_id, id),
  check ((verdict is null) = (answered_at is null))
);
select platform.owned('volunteering.licence_claims');
create index on volunteering.licence_claims (county_id, person_id);
create unique index on volunteering.licence_claims (county_id, person_id, licence) where verdict is null;
comment on column volunteering.licence_claims.checker_id is 'who looks at it; anybody else who keeps volunteers there may as well';

-- Two who shall not meet: a volunteer and whoever orders under a phone. Neither is told that the other, or the desk, wished it.
create table volunteering.exclusions (
  county_id integer not null,
  id uuid not null,
  phone_hash text not null,
  person_id uuid not null,
  wished_by text not null check (wished_by in ('served', 'volunteer')),
  made_by uuid not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (county_id, id)
);
select platform.owned('volunteering.exclusions');
create index on volunteering.exclusions (county_id, phone_hash) where ended_at is null;
create unique index on volunteering.exclusions (county_id, phone_hash, person_id, wished_by) where ended_at is null;

alter table volunteering.licence_claims add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.licence_claims add foreign key (county_id, checker_id) references people.persons (county_id, id);
alter table volunteering.licence_claims add foreign key (county_id, answered_by) references people.persons (county_id, id);
alter table volunteering.exclusions add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.exclusions add foreign key (county_id, made_by) references people.persons (county_id, id);
