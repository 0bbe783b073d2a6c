-- An order for several people at one place, in parts, as urgent as the triage says.
alter table volunteering.orders add column people_served integer not null default 1 check (people_served between 1 and 500);
alter table volunteering.orders add column urgency text not null default 'usual' check (urgency in ('usual', 'soon', 'urgent'));
alter table volunteering.orders add column split_from uuid;
alter table volunteering.orders add foreign key (county_id, split_from) references volunteering.orders (county_id, id);
create index on volunteering.orders (county_id, split_from) where split_from is not null;
comment on column volunteering.orders.people_served is 'how many are to be helped at once';
comment on column volunteering.orders.urgency is 'what the triage says, first part of the priority';
comment on column volunteering.orders.split_from is 'the order of which this is a part';

-- What helps somebody to be helped: personal, erased with the note.
alter table volunteering.order_details add column needs text[] not null default '{}';
comment on column volunteering.order_details.needs is 'hearing, sight, moving, speech, dialect, company';
