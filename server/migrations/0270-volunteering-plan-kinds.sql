-- A plan may be asked for some services alone.
alter table volunteering.dispatch_plans add column service_ids uuid[] not null default '{}';
comment on column volunteering.dispatch_plans.service_ids is 'the plan looks at orders for these services alone; empty: at all';
