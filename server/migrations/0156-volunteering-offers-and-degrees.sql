-- An offer's time runs while people are awake: from and until which minute of the day, on the county's wall, for whoever has not set quiet hours of their own.
alter table volunteering.limits
  add column offers_answered_from integer not null default 420,
  add column offers_answered_until integer not null default 1320,
  add constraint limits_offers_answered check (offers_answered_from >= 0 and offers_answered_until <= 1440 and offers_answered_from < offers_answered_until);
comment on column volunteering.limits.offers_answered_from is 'minute of the day; 0 and 1440: day and night';

-- Where the door of an order is, in degrees, where the desk noted it; and an arrival of which the phone said that it was near.
alter table volunteering.order_details
  add column degrees jsonb,
  add constraint order_details_degrees check ((degrees ->> 'latitude')::numeric between -90 and 90 and (degrees ->> 'longitude')::numeric between -180 and 180);
comment on column volunteering.order_details.degrees is '{latitude, longitude}, WGS 84; seen by a look alone';
alter table volunteering.visits
  drop constraint visits_check_in_proof_check,
  add constraint visits_check_in_proof_check check (check_in_proof in ('word', 'code', 'near', 'wrong'));
comment on column volunteering.visits.check_in_proof is 'what the person served said or showed at the door; near: the phone said so, and proves nothing more than a tap; wrong: found out when it arrived later; null: nothing';
