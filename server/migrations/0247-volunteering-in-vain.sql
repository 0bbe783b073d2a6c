-- Whoever went where nobody could be helped does not go any more: they went in vain.
alter table volunteering.assignments
  drop constraint assignments_state_check,
  add constraint assignments_state_check check (state in ('assigned', 'given-back', 'served', 'absent', 'released', 'in-vain'));
comment on column volunteering.assignments.state is 'in-vain: they were to go, and nobody could be helped';
update volunteering.assignments a set state = 'in-vain', ended_at = v.changed_at
  from volunteering.visits v
  where v.county_id = a.county_id and v.id = a.visit_id and v.state = 'failed' and a.state = 'assigned';
