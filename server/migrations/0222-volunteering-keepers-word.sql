-- Whoever goes without a phone has a station keeper say that they are there.
alter table volunteering.visits
  drop constraint visits_check_in_proof_check,
  add constraint visits_check_in_proof_check check (check_in_proof in ('word', 'code', 'near', 'keeper', 'wrong'));
comment on column volunteering.visits.check_in_proof is 'what the person served said or showed at the door; near: the phone said so, and proves nothing more than a tap; keeper: a keeper or coordinator says so, and the organiser vouches; wrong: found out when it arrived later; null: nothing';
