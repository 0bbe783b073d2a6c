-- Trainings and meetings of volunteers: who is invited, who was there. A training whose word a service asks for is a rule of who may go.
alter table volunteering.terms drop constraint terms_kind_check;
alter table volunteering.terms add constraint terms_kind_check check (kind in ('group', 'skill', 'licence', 'training'));

create table volunteering.gatherings (
  county_id integer not null,
  id uuid not null,
  kind text not null check (kind in ('training', 'meeting')),
  team_id uuid,
  place_id uuid not null,
  room text not null,
  topic text not null check (topic <> ''),
  training text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  valid_until date,
  made_by uuid not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (county_id, id),
  check (ends_at > starts_at),
  check (kind = 'training' or (training is null and valid_until is null))
);
select platform.owned('volunteering.gatherings');
create index on volunteering.gatherings (county_id, starts_at);
comment on column volunteering.gatherings.team_id is 'whose; null: of the place';
comment on column volunteering.gatherings.room is 'where in the place, in words; may be empty';
comment on column volunteering.gatherings.training is 'the word of the county''s list that whoever was there has learned; null: nothing that a service asks for';
comment on column volunteering.gatherings.valid_until is 'last day on which what was learned counts; null: it does not end';

create table volunteering.gathering_guests (
  county_id integer not null,
  gathering_id uuid not null,
  person_id uuid not null,
  invited_at timestamptz not null,
  present_at timestamptz,
  marked_by uuid,
  primary key (county_id, gathering_id, person_id),
  check ((present_at is null) = (marked_by is null))
);
select platform.owned('volunteering.gathering_guests');
create index on volunteering.gathering_guests (county_id, person_id);
comment on column volunteering.gathering_guests.present_at is 'when somebody wrote down that they were there; null: nobody has. Who did not come is not written down';

alter table volunteering.gatherings add foreign key (county_id, team_id) references volunteering.teams (county_id, id);
alter table volunteering.gatherings add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.gatherings add foreign key (county_id, made_by) references people.persons (county_id, id);
alter table volunteering.gathering_guests add foreign key (county_id, gathering_id) references volunteering.gatherings (county_id, id);
alter table volunteering.gathering_guests add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.gathering_guests add foreign key (county_id, marked_by) references people.persons (county_id, id);
