-- Three ways to ask side by side: offers to chosen people or a team (as before), to everybody who fits (抢单), and one after the other (waterfall). And a visit that is handed over to somebody else.
alter table volunteering.offers
  add column open_to_all boolean not null default false,
  add column instead_of uuid;
alter table volunteering.offers drop constraint offers_check;
alter table volunteering.offers add check (num_nonnulls(person_id, team_id) = case when open_to_all then 0 else 1 end);
alter table volunteering.offers add check (instead_of is null or person_id is not null);
create index on volunteering.offers (county_id, expires_at) where state = 'open' and open_to_all;
comment on column volunteering.offers.open_to_all is 'to everybody who fits; the first to take it go';
comment on column volunteering.offers.instead_of is 'who wishes to hand the visit over: they go until it is accepted';
alter table volunteering.offers add foreign key (county_id, instead_of) references volunteering.volunteers (county_id, person_id);

-- One is asked after the other; the next when somebody declines or lets the time pass. At the end the order is back with the desk.
create table volunteering.waterfalls (
  county_id integer not null,
  visit_id uuid not null,
  person_ids uuid[] not null,
  reached integer not null default 0,
  expires_minutes integer not null check (expires_minutes > 0),
  urgent boolean not null,
  made_by jsonb not null,
  made_at timestamptz not null,
  primary key (county_id, visit_id)
);
select platform.owned('volunteering.waterfalls');
comment on column volunteering.waterfalls.person_ids is 'in the order in which they are asked';
comment on column volunteering.waterfalls.reached is 'how many of them have been reached';
comment on column volunteering.waterfalls.urgent is 'the time runs at night as well';
alter table volunteering.waterfalls add foreign key (county_id, visit_id) references volunteering.visits (county_id, id);

-- An urgent order gives less time to think.
alter table volunteering.limits add column urgent_offer_expires_minutes integer not null default 20 check (urgent_offer_expires_minutes > 0);
