-- How arriving and leaving were shown at the door: by the word that the person served says (word), by the code that they or the station show (code), by one that was wrong and found out when the phone had a line again (wrong). Null: nothing was shown, the time is the phone's own.
alter table volunteering.visits
  add column check_in_proof text check (check_in_proof in ('word', 'code', 'wrong')),
  add column check_out_proof text check (check_out_proof in ('code', 'wrong'));
comment on column volunteering.visits.check_in_proof is 'what the person served said or showed at the door; wrong: found out when it arrived later; null: nothing';
comment on column volunteering.visits.check_out_proof is 'the code shown at leaving; wrong: found out when it arrived later; null: nothing';
