-- What the channels' clock has to do (ADR 74).
select platform.due('channels.due_looks', $$select k.county_id from channels.copies k where k.look_at <= clock$$);
select platform.due('channels.due_ends', $$
  select s.county_id from newsroom.stories s left join newsroom.stories n on n.county_id = s.county_id and n.id = s.successor_id
    join channels.copies k on k.county_id = s.county_id and k.story_id = s.id and k.edition_id = s.edition_id
   where s.kind = 'notice' and s.public_state = 'published' and k.channel_id is not null and k.state in ('accepted', 'published', 'drifted') and k.due_at is null
     and (s.valid_until between earliest - interval '7 days' and latest or n.first_published_at > earliest - interval '7 days')$$);
select platform.due('channels.due_deliveries', $$
  select k.county_id from channels.copies k where k.due_at <= clock and (k.claimed_until is null or k.claimed_until <= clock)
  union all select h.county_id from channels.channels h where h.test_due_at <= clock$$);
select platform.due('channels.due_mailings', $$select m.county_id from channels.mailings m where m.due_at <= clock$$);
select platform.due('channels.due_digests', $$select h.county_id from channels.channels h where h.kind = 'newsletter' and h.is_on$$);
select platform.due('channels.due_activities', $$
  select d.county_id from channels.activitypub_deliveries d where d.state = 'waiting' and d.due_at <= clock and (d.claimed_until is null or d.claimed_until <= clock)
  union all select v.county_id from channels.activitypub_servers v where v.silent_since <= clock - interval '30 days'$$);
