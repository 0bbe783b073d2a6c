-- A program that was off over a long weekend tells on Tuesday what fell due on Friday: the newsroom's clock looks back a week, not a day. In place of newsroom.due_overdue, due_held, due_missed and due_deadlines, which the version before asks.
select platform.due('newsroom.due_late', $$
  select s.county_id from newsroom.stories s where s.state not in ('done', 'discarded', 'rejected', 'held') and s.due_at between earliest - interval '7 days' and latest
  union all select s.county_id from newsroom.stories s where s.after_review_due_at between earliest - interval '7 days' and latest
  union all select s.county_id from newsroom.stories s where s.turn_review_due_at between earliest - interval '7 days' and latest
  union all select r.county_id from newsroom.error_reports r where r.state = 'new' and not r.suspect and r.due_at between earliest - interval '7 days' and latest
  union all select l.county_id from newsroom.overdue_looks l where l.due_at < latest - interval '7 days'$$);
select platform.due('newsroom.due_kept', $$select s.county_id from newsroom.stories s where s.state = 'held' and s.remind_at between earliest - interval '7 days' and latest$$);
select platform.due('newsroom.due_unpublished', $$
  select s.county_id from newsroom.stories s
   where s.publish_at between earliest - interval '7 days' and latest - interval '2 minutes' and not s.publish_held and s.release_id is null and s.state not in ('done', 'discarded', 'rejected')$$);
select platform.due('newsroom.due_answers', $$
  select a.county_id from newsroom.assignments a where a.state in ('assigned', 'accepted', 'in_progress') and a.due_at > earliest - interval '7 days' and a.due_at <= latest + interval '2 hours'
  union all select a.county_id from newsroom.assignments a where a.state = 'assigned' and a.assigned_at > earliest - interval '8 days' and a.assigned_at <= latest - interval '1 day'$$);
