-- When a review or a report that waits too long was last looked at, so that a heap of them is worked through a batch at a time. Kept for a day.
create table newsroom.overdue_looks (
  county_id integer not null,
  subject_id uuid not null,
  due_at timestamptz not null,
  looked_at timestamptz not null,
  primary key (county_id, subject_id, due_at)
);
select platform.owned('newsroom.overdue_looks');
comment on column newsroom.overdue_looks.subject_id is 'a story or an error report';
