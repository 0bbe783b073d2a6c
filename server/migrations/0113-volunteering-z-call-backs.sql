-- The desk rang whoever ordered, and nobody answered: without one such call no order ends in silence.
create table volunteering.order_calls (
  county_id integer not null,
  id uuid not null,
  order_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('volunteering.order_calls');
create index on volunteering.order_calls (county_id, order_id);
alter table volunteering.order_calls add foreign key (county_id, order_id) references volunteering.orders (county_id, id);

-- Call-backs: some finished visits, drawn by a seed, of which somebody who had no part in them asks by telephone how it was.
create table volunteering.call_back_draws (
  county_id integer not null,
  id uuid not null,
  place_id uuid not null,
  from_on date not null,
  until_on date not null,
  seed text not null,
  population integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (county_id, id)
);
select platform.owned('volunteering.call_back_draws');
comment on column volunteering.call_back_draws.population is 'out of how many visits was drawn';

create table volunteering.call_backs (
  county_id integer not null,
  id uuid not null,
  draw_id uuid not null,
  order_id uuid not null,
  visit_id uuid not null,
  caller_id uuid,
  tries integer not null default 0,
  result text check (result in ('confirmed', 'disputed', 'no-answer')),
  score integer check (score between 1 and 5),
  called_at timestamptz,
  primary key (county_id, id),
  unique (county_id, visit_id),
  check ((result is null) = (called_at is null))
);
select platform.owned('volunteering.call_backs');
create index on volunteering.call_backs (county_id, caller_id) where result is null;
comment on column volunteering.call_backs.caller_id is 'had no part in the visit; null: none of those named was independent';
alter table volunteering.call_back_draws add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.call_backs add foreign key (county_id, draw_id) references volunteering.call_back_draws (county_id, id);
alter table volunteering.call_backs add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);
