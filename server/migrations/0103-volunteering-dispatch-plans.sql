-- 派单方案: what the optimiser proposes for some days at a place and below; a person signs it, and only then are offers made.
create table volunteering.dispatch_plans (
  county_id integer not null,
  id uuid not null,
  state text not null check (state in ('solving', 'proposed', 'failed', 'signed', 'discarded')),
  place_id uuid not null,
  starts_on date not null,
  days integer not null check (days between 1 and 14),
  seed integer not null,
  made_by jsonb not null,
  made_at timestamptz not null,
  instance jsonb,
  digest text,
  plan jsonb,
  wish jsonb not null,
  progress jsonb,
  stop_asked_at timestamptz,
  failure text,
  signed_by jsonb,
  signed_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (county_id, id)
);
comment on column volunteering.dispatch_plans.instance is 'orders, volunteers and costs by id, as matching/instance.ts says; null before solving and 30 days after';
comment on column volunteering.dispatch_plans.digest is 'SHA-256 of the instance in canonical form';
comment on column volunteering.dispatch_plans.wish is 'what was fixed by hand: {pinned, barred}';
select platform.owned('volunteering.dispatch_plans');
create index on volunteering.dispatch_plans (county_id, state);

-- An order as it was when the plan was made, and when it was offered by this plan.
create table volunteering.dispatch_plan_orders (
  county_id integer not null,
  plan_id uuid not null,
  order_id uuid not null,
  order_version integer not null,
  offered_at timestamptz,
  primary key (county_id, plan_id, order_id)
);
select platform.owned('volunteering.dispatch_plan_orders');

alter table volunteering.dispatch_plans add foreign key (county_id, place_id) references places.places (county_id, id);
alter table volunteering.dispatch_plan_orders add foreign key (county_id, plan_id) references volunteering.dispatch_plans (county_id, id);
alter table volunteering.dispatch_plan_orders add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
