-- 审单: what the desk has made sure of before an order is accepted, and what those who go must know. Erased with the contact.
alter table volunteering.order_details add column checked text[] not null default '{}' check (checked <@ array['called-back', 'place-seen', 'may-be-served']);
alter table volunteering.order_details add column risk text check (risk in ('low', 'raised', 'high'));
alter table volunteering.order_details add column risk_reason text not null default '';
alter table volunteering.order_details add column checked_by uuid;
alter table volunteering.order_details add column checked_at timestamptz;
comment on column volunteering.order_details.checked is 'called-back, place-seen, may-be-served: what somebody has made sure of';
comment on column volunteering.order_details.risk is 'as the desk sees it; null: nobody has said';
comment on column volunteering.order_details.risk_reason is 'why, for those who handle the order and those who go';
alter table volunteering.order_details add foreign key (county_id, checked_by) references people.persons (county_id, id);
create index on volunteering.order_details (county_id, checked_by) where checked_by is not null;

alter table volunteering.orders add column two_needed boolean not null default false;
comment on column volunteering.orders.two_needed is 'whatever the service says, nobody goes there alone';

-- Whoever leads a team says whom of the team they would send; each still answers for themself.
create table volunteering.offer_proposals (
  county_id integer not null,
  offer_id uuid not null,
  person_id uuid not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  primary key (county_id, offer_id, person_id)
);
select platform.owned('volunteering.offer_proposals');
create index on volunteering.offer_proposals (county_id, person_id);
alter table volunteering.offer_proposals add foreign key (county_id, offer_id) references volunteering.offers (county_id, id);
alter table volunteering.offer_proposals add foreign key (county_id, person_id) references volunteering.volunteers (county_id, person_id);
alter table volunteering.offer_proposals add foreign key (county_id, proposed_by) references people.persons (county_id, id);

-- What the gateway brought back by SMS: never the phone and never the words, only what came of it.
create table volunteering.sms_answers (
  county_id integer not null,
  message_id text not null check (length(message_id) between 1 and 100),
  order_id uuid,
  outcome text not null check (outcome in ('confirmed', 'disputed', 'quiet', 'unclear', 'several', 'nothing-asked')),
  received_at timestamptz not null,
  primary key (county_id, message_id)
);
select platform.append_only('volunteering.sms_answers');
comment on column volunteering.sms_answers.message_id is 'the gateway''s own: the same one twice is one answer';
comment on column volunteering.sms_answers.order_id is 'whose question it answers; null: of none';
alter table volunteering.sms_answers add foreign key (county_id, order_id) references volunteering.orders (county_id, id);
create index on volunteering.sms_answers (county_id, order_id) where order_id is not null;
