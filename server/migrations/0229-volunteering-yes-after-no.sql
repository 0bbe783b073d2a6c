-- A no was tapped by mistake: while the offer stands, a later yes counts. Both stay as they were said.
alter table volunteering.offer_answers
  drop constraint offer_answers_pkey,
  add primary key (county_id, offer_id, person_id, answer);
