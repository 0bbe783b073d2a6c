-- Recurring ideas: the rule and what each of its ideas begins with. The ideas themselves are made two months ahead.
create table newsroom.recurrences (
  county_id integer not null,
  id uuid not null,
  rule text not null,
  starts_on date not null,
  made_until date not null,
  title text not null,
  note text not null default '',
  section_id uuid,
  place_ids uuid[] not null check (cardinality(place_ids) > 0),
  days integer not null check (days between 1 and 60),
  starts_time time,
  ends_time time,
  kinds text[] not null default '{}' check (kinds <@ array['text', 'picture', 'audio', 'video']),
  proposed_by uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (county_id, id),
  check (ends_time is null or starts_time is not null)
);
select platform.owned('newsroom.recurrences');
comment on column newsroom.recurrences.rule is 'RRULE of RFC 5545 without its name; UNTIL is a day';
comment on column newsroom.recurrences.starts_on is 'DTSTART: the day from which the rule counts';
comment on column newsroom.recurrences.made_until is 'up to this day every date of the rule has its idea';
comment on column newsroom.recurrences.days is 'how many days each lasts';
comment on column newsroom.recurrences.kinds is 'the assignments each begins with, for nobody yet';
create index on newsroom.recurrences (county_id, made_until);

alter table newsroom.ideas
  add column recurrence_id uuid,
  add column recurs_on date,
  add column recurs_apart boolean not null default false,
  add column left_out boolean not null default false,
  add check ((recurrence_id is null) = (recurs_on is null));
comment on column newsroom.ideas.recurs_on is 'its day by the rule: what stands in its place in the row of dates, though it be moved';
comment on column newsroom.ideas.recurs_apart is 'changed by itself: changes of the whole leave it as it is';
comment on column newsroom.ideas.left_out is 'dropped because the rule no longer names its day; comes back when it does';
create unique index on newsroom.ideas (county_id, recurrence_id, recurs_on) where recurrence_id is not null;

alter table newsroom.recurrences add foreign key (county_id, section_id) references newsroom.sections (county_id, id);
alter table newsroom.ideas add foreign key (county_id, recurrence_id) references newsroom.recurrences (county_id, id);
