-- What the hub and the search have to do (ADR 74).
select platform.due('portal.due_calls', $$
  select q.county_id from portal.hub_requests q where q.due_at <= clock and (q.claimed_until is null or q.claimed_until <= clock)
  union all select s.county_id from portal.hub_subscriptions s where s.due_at <= clock and (s.claimed_until is null or s.claimed_until <= clock)
  union all select s.county_id from portal.hub_subscriptions s where s.lease_until <= clock$$);
select platform.due('portal.due_search', $$select d.county_id from portal.search_documents d where d.form < newest$$, 'newest integer');
