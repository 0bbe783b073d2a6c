-- A visit to a home where nobody has said in time that they arrived, or that they left. One person after the other is told until somebody has arrived, has left, or has been reached.
create table volunteering.visit_alarms (
  county_id integer not null,
  id uuid not null,
  visit_id uuid not null,
  kind text not null check (kind in ('not-arrived', 'not-out')),
  raised_at timestamptz not null,
  told uuid[] not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('arrived', 'left', 'reached', 'over')),
  ended_by uuid,
  primary key (county_id, id),
  check ((ended_at is null) = (ended_how is null))
);
select platform.owned('volunteering.visit_alarms');
create unique index on volunteering.visit_alarms (county_id, visit_id, kind) where ended_at is null;
create index on volunteering.visit_alarms (county_id, raised_at);
comment on column volunteering.visit_alarms.told is 'who was told, one after the other, the nearest first';
comment on column volunteering.visit_alarms.ended_how is 'arrived or left, said late; reached by telephone; over: nobody goes any more';
comment on column volunteering.visit_alarms.ended_by is 'who reached them; null: by what happened';
alter table volunteering.visit_alarms add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
alter table volunteering.reminders drop constraint reminders_kind_check;
alter table volunteering.reminders add constraint reminders_kind_check check (kind in ('answer', 'arrange', 'offer-ending', 'offer-ended', 'visit-soon', 'check-in-missing', 'check-out-missing', 'alarm-next', 'confirm', 'rate', 'close'));
