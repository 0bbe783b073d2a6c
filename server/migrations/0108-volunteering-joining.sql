-- Joining without an account: a team says that it looks for people, somebody says what they can do and when, and a coordinator takes them in.
alter table volunteering.teams
  add column recruits boolean not null default false,
  add column about jsonb not null default '{}';
comment on column volunteering.teams.recruits is 'stands on the public page where people join';
comment on column volunteering.teams.about is 'what the team does, in words: {zh-CN, en}';

create table volunteering.applications (
  county_id integer not null,
  id uuid not null,
  team_id uuid,
  place_id uuid not null,
  name text not null,
  phone text not null,
  phone_hash text not null,
  skills text[] not null,
  availability jsonb not null,
  within_km integer,
  born_on date,
  guardian_name text,
  guardian_phone text,
  language text not null check (language in ('zh-CN', 'en')),
  suspect boolean not null,
  sent_at timestamptz not null,
  verdict text check (verdict in ('taken-in', 'declined')),
  person_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  forgotten_at timestamptz,
  primary key (county_id, id),
  check ((verdict is null) = (answered_at is null)),
  check (born_on is null or forgotten_at is not null or (guardian_name is not null and guardian_phone is not null))
);
select platform.owned('volunteering.applications');
create index on volunteering.applications (county_id, sent_at) where verdict is null;
create unique index on volunteering.applications (county_id, phone_hash) where verdict is null and phone_hash <> '';
comment on column volunteering.applications.born_on is 'asked of minors alone: then a guardian is named';
comment on column volunteering.applications.suspect is 'a trap in the form was filled in: please check';

-- Who agreed to what, and who took it back: one row each time, purpose by purpose (个人信息保护法 art. 14 to 16, 31). Never changed.
create table volunteering.consents (
  county_id integer not null,
  id uuid not null,
  application_id uuid,
  person_id uuid,
  purpose text not null check (purpose in ('volunteering', 'minor')),
  given boolean not null,
  given_by text not null check (given_by in ('self', 'guardian')),
  text_version text not null,
  recorded_by jsonb not null,
  happened_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (county_id, id),
  check (num_nonnulls(application_id, person_id) > 0)
);
select platform.append_only('volunteering.consents');
create index on volunteering.consents (county_id, person_id);
comment on column volunteering.consents.purpose is 'volunteering: what I said may be used to arrange visits; minor: a guardian agrees that somebody under 18 volunteers';

alter table volunteering.applications add foreign key (county_id, team_id) references volunteering.teams (county_id, id);
alter table volunteering.applications add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.applications add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.applications add foreign key (county_id, answered_by) references people.persons (county_id, id);
alter table volunteering.consents add foreign key (county_id, application_id) references volunteering.applications (county_id, id);
alter table volunteering.consents add foreign key (county_id, person_id) references people.persons (county_id, id);
