-- What the newsroom's clock has to do (ADR 74).
select platform.due('newsroom.due_overdue', $$
  select s.county_id from newsroom.stories s where s.state not in ('done', 'discarded', 'rejected', 'held') and s.due_at between earliest - interval '1 day' and latest
  union all select s.county_id from newsroom.stories s where s.after_review_due_at between earliest - interval '1 day' and latest
  union all select s.county_id from newsroom.stories s where s.turn_review_due_at between earliest - interval '1 day' and latest
  union all select r.county_id from newsroom.error_reports r where r.state = 'new' and not r.suspect and r.due_at between earliest - interval '1 day' and latest
  union all select l.county_id from newsroom.overdue_looks l where l.due_at < latest - interval '1 day'$$);
select platform.due('newsroom.due_deadlines', $$
  select a.county_id from newsroom.assignments a where a.state in ('assigned', 'accepted', 'in_progress') and a.due_at > earliest - interval '2 days' and a.due_at <= latest + interval '2 hours'
  union all select a.county_id from newsroom.assignments a where a.state = 'assigned' and a.assigned_at > earliest - interval '3 days' and a.assigned_at <= latest - interval '1 day'$$);
select platform.due('newsroom.due_held', $$select s.county_id from newsroom.stories s where s.state = 'held' and s.remind_at between earliest - interval '1 day' and latest$$);
select platform.due('newsroom.due_words', $$select w.county_id from newsroom.story_words w where w.words is null$$);
select platform.due('newsroom.due_to_publish', $$
  select s.county_id from newsroom.stories s where s.state = 'signed_off' and not s.publish_held and s.publish_at <= latest
  union all select r.county_id from newsroom.releases r where r.state = 'planned' and r.release_at <= latest$$);
select platform.due('newsroom.due_missed', $$
  select s.county_id from newsroom.stories s
   where s.publish_at between earliest - interval '1 day' and latest - interval '2 minutes' and not s.publish_held and s.release_id is null and s.state not in ('done', 'discarded', 'rejected')$$);
select platform.due('newsroom.due_drafts', $$select u.county_id from newsroom.draft_updates u where u.written_at <= clock - interval '10 seconds'$$);
select platform.due('newsroom.due_mail', $$select m.county_id from newsroom.mailboxes m where m.enabled$$);
