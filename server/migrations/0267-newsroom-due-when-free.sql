-- What is signed off and waits for nothing but its source has no time of its own: it is due when the source lets it go, whenever that is by now. In place of newsroom.due_to_publish and due_unpublished, which the version before asks.
select platform.due('newsroom.due_to_go_out', $$
  select s.county_id from newsroom.stories s left join newsroom.stories g on g.county_id = s.county_id and g.id = s.translation_of
   where s.state = 'signed_off' and not s.publish_held and s.release_id is null and coalesce(greatest(s.publish_at, s.embargo_until, g.embargo_until) <= latest, true)
  union all select r.county_id from newsroom.releases r where r.state = 'planned' and r.release_at <= latest$$);
select platform.due('newsroom.due_not_out', $$
  select s.county_id from newsroom.stories s left join newsroom.stories g on g.county_id = s.county_id and g.id = s.translation_of
   where greatest(s.publish_at, s.embargo_until, g.embargo_until) between earliest - interval '7 days' and latest - interval '2 minutes'
     and (s.publish_at is not null or s.state = 'signed_off') and not s.publish_held and s.release_id is null and s.state not in ('done', 'discarded', 'rejected')$$);
