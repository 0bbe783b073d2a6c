-- Both sides disagree about how long a visit took: what the volunteer wrote down, what the person served says, and how it ended. Nothing of it is changed afterwards.
create table volunteering.hour_differences (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  visit_id uuid not null,
  recorded_minutes integer not null,
  recorded_evidence text not null check (recorded_evidence in ('witnessed', 'device-timed', 'organiser-attested', 'typed-in-later')),
  said_minutes integer not null check (said_minutes between 0 and 1440),
  confirmed boolean not null,
  said_to text not null check (said_to in ('page', 'desk')),
  entered_by jsonb not null,
  said_at timestamptz not null,
  due_at timestamptz not null,
  primary key (county_id, id),
  unique (county_id, visit_id),
  check (said_minutes <> recorded_minutes)
);
select platform.append_only('volunteering.hour_differences');
create index on volunteering.hour_differences (county_id, due_at);
comment on column volunteering.hour_differences.recorded_minutes is 'as those who went wrote it down';
comment on column volunteering.hour_differences.said_minutes is 'as the person served says; 0: nobody came';
comment on column volunteering.hour_differences.confirmed is 'they said at the same time that it was done: so its hours are written even where the order was taken up again meanwhile';
comment on column volunteering.hour_differences.said_to is 'page: with code and digits; desk: by telephone or at the station';
comment on column volunteering.hour_differences.due_at is 'the end of the ten working days in which hours are recorded';

create table volunteering.hour_difference_answers (
  county_id integer not null,
  difference_id uuid not null,
  person_id uuid not null,
  agrees boolean not null,
  said text not null,
  answered_at timestamptz not null,
  primary key (county_id, difference_id, person_id)
);
select platform.owned('volunteering.hour_difference_answers');
create index on volunteering.hour_difference_answers (county_id, person_id);
comment on column volunteering.hour_difference_answers.said is 'in the volunteer''s words; emptied when they have their data deleted';

create table volunteering.hour_difference_ends (
  county_id integer not null,
  difference_id uuid not null,
  way text not null check (way in ('agreed', 'decided')),
  minutes integer not null check (minutes between 0 and 1440),
  reason text,
  ended_by jsonb not null,
  ended_at timestamptz not null,
  primary key (county_id, difference_id),
  check ((way = 'decided') = (reason is not null))
);
select platform.append_only('volunteering.hour_difference_ends');

alter table volunteering.hour_differences add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
alter table volunteering.hour_differences add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.hour_difference_answers add foreign key (county_id, difference_id) references volunteering.hour_differences (county_id, id);
alter table volunteering.hour_difference_answers add foreign key (county_id, person_id) references people.persons (county_id, id);
alter table volunteering.hour_difference_ends add foreign key (county_id, difference_id) references volunteering.hour_differences (county_id, id);
