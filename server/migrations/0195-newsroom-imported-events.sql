-- What a calendar last said of an event that became an idea, so that a later file can be told from what people changed here by hand.
create table newsroom.imported_events (
  county_id integer not null,
  idea_id uuid not null,
  key text not null,
  uid text not null,
  sequence integer not null,
  title text not null,
  note text not null,
  from_on date,
  until_on date,
  starts_at timestamptz,
  ends_at timestamptz,
  cancelled boolean not null,
  read_at timestamptz not null,
  primary key (county_id, idea_id)
);
select platform.owned('newsroom.imported_events');
create index on newsroom.imported_events (county_id, from_on);
alter table newsroom.imported_events add foreign key (county_id, idea_id) references newsroom.ideas (county_id, id);
comment on column newsroom.imported_events.key is 'UID, and of one date of a recurring event its original time (RECURRENCE-ID)';
comment on column newsroom.imported_events.sequence is 'SEQUENCE of RFC 5545; an earlier one is an older copy of the calendar';
comment on column newsroom.imported_events.note is 'as the idea''s note was made of it: place and description';
comment on column newsroom.imported_events.cancelled is 'the calendar struck it out, and the idea was dropped for that';
