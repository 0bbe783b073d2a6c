-- A no was tapped by mistake: while the offer stands, a later yes counts. Both stay as they were said.
alter table volunteering.offer_answers
  drop constraint offer_answers_pkey,
  add primary key (county_id, offer_id, person_id, answer);

-- Whoever asked for a certificate does not wish it any more; what was asked stays on record.
create table volunteering.certificate_withdrawals (
  county_id integer not null,
  request_id uuid not null,
  withdrawn_at timestamptz not null,
  primary key (county_id, request_id)
);
select platform.append_only('volunteering.certificate_withdrawals');
alter table volunteering.certificate_withdrawals add foreign key (county_id, request_id) references volunteering.certificate_requests (county_id, id);
