-- What volunteering's clock has to do (ADR 74).
create index on volunteering.dispatch_plans (county_id, made_at) where instance is not null;
select platform.due('volunteering.due_reminders', $$select r.county_id from volunteering.reminders r where r.due_at <= latest and r.done_at is null and r.settled_at is null$$);
select platform.due('volunteering.due_plans', $$
  select p.county_id from volunteering.dispatch_plans p where p.state = 'solving'
  union all select p.county_id from volunteering.dispatch_plans p where p.instance is not null and p.made_at < latest - interval '30 days' and p.state <> 'solving'$$);
