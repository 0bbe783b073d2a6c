-- In which counties something is wrong, was, or may be: the watch looks at each of those alone (ADR 74). An event that waits is no trouble yet, a county without one has none.
select platform.due('operations.due_troubles', $$
  select t.county_id from operations.troubles t
  union all select o.county_id from platform.outbox o
  union all select (j.data ->> 'county')::integer from jobs.job j where j.state = 'failed'
  union all select d.county_id from notices.deliveries d where d.state = 'failed' and d.changed_at >= earliest - interval '1 day'
  union all select l.county_id from notices.letters l where l.state = 'failed' and l.changed_at >= earliest - interval '1 day'
  union all select p.county_id from notices.posts p where p.state = 'failed' and p.changed_at >= earliest - interval '1 day'$$);
