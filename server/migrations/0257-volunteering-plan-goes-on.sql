-- A plan looks at the orders that are due first; it says how many waited, and another one goes on behind it.
alter table volunteering.dispatch_plans
  add column follows_id uuid,
  add column read_orders integer,
  add column waiting_orders integer,
  add column last_due_at timestamptz,
  add column last_order_id uuid;
comment on column volunteering.dispatch_plans.follows_id is 'the plan behind whose last order this one begins; null: with what is due first';
comment on column volunteering.dispatch_plans.waiting_orders is 'how many waited from where it begins on, of which read_orders were looked at; null before solving';
comment on column volunteering.dispatch_plans.last_due_at is 'of the last order looked at; null with a last_order_id: that one had no time to be met';
alter table volunteering.dispatch_plans add foreign key (county_id, follows_id) references volunteering.dispatch_plans (county_id, id);
