-- An order that comes again: a rule (RFC 5545) for the days, each of which becomes an order some days before. Holds nobody's name: each order takes people and address from the one before.
create table volunteering.order_series (
  county_id integer not null,
  id uuid not null,
  first_order_id uuid not null,
  place_id uuid not null,
  station_id uuid,
  rule text not null,
  starts_on date not null,
  part text not null check (part in ('any', 'morning', 'afternoon', 'evening')),
  lead_days integer not null check (lead_days between 1 and 30),
  made_until date not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('over', 'ended', 'forgotten')),
  made_by jsonb not null,
  made_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('volunteering.order_series');
create index on volunteering.order_series (county_id, made_until) where ended_at is null;
comment on column volunteering.order_series.rule is 'RFC 5545 §3.3.10, with an end';
comment on column volunteering.order_series.lead_days is 'so many days before its day an order is made';
comment on column volunteering.order_series.made_until is 'last day that was looked at';

-- A day of the rule that was looked at: made into an order, left out by whoever ordered, or refused by the rules of ordering.
create table volunteering.order_series_dates (
  county_id integer not null,
  series_id uuid not null,
  happens_on date not null,
  state text not null check (state in ('made', 'left-out', 'refused')),
  order_id uuid,
  refusal text,
  entered_at timestamptz not null,
  primary key (county_id, series_id, happens_on)
);
select platform.owned('volunteering.order_series_dates');
comment on column volunteering.order_series_dates.refusal is 'code of what spoke against it';

alter table volunteering.orders add column series_id uuid;
alter table volunteering.orders add foreign key (county_id, series_id) references volunteering.order_series (county_id, id);
create index on volunteering.orders (county_id, series_id) where series_id is not null;
alter table volunteering.order_series add foreign key (county_id, first_order_id) references volunteering.orders (county_id, id);
alter table volunteering.order_series add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.order_series add foreign key (county_id, station_id) references stations.stations (county_id, id);
alter table volunteering.order_series_dates add foreign key (county_id, series_id) references volunteering.order_series (county_id, id);
alter table volunteering.order_series_dates add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
