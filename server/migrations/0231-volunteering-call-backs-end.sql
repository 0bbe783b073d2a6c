-- A call-back whose order is rated or closed by another way is not needed any more.
alter table volunteering.call_backs
  drop constraint call_backs_result_check,
  drop constraint call_backs_check,
  add constraint call_backs_result_check check (result in ('confirmed', 'disputed', 'no-answer', 'not-needed')),
  add constraint call_backs_check check ((result is null or result = 'not-needed') = (called_at is null));
comment on column volunteering.call_backs.result is 'what was heard; not-needed: the order was rated or closed before anybody heard it';
create index on volunteering.call_backs (county_id, order_id) where result is null;
update volunteering.call_backs c set result = 'not-needed'
  from volunteering.orders o
  where o.county_id = c.county_id and o.id = c.order_id and c.result is null
    and (o.state = 'closed' or exists (select 1 from volunteering.ratings r where r.county_id = c.county_id and r.visit_id = c.visit_id));
-- What waits for an answer is asked for by its time.
create index on volunteering.hour_corrections (county_id, due_at);
