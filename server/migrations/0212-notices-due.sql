-- What is to be sent (ADR 74).
select platform.due('notices.due_deliveries', $$select d.county_id from notices.deliveries d where d.state in ('planned', 'sending') and d.due_at <= latest$$);
select platform.due('notices.due_letters', $$select l.county_id from notices.letters l where l.state in ('planned', 'sending') and l.due_at <= latest$$);
select platform.due('notices.due_posts', $$select p.county_id from notices.posts p where p.state in ('planned', 'sending') and p.due_at <= latest$$);
