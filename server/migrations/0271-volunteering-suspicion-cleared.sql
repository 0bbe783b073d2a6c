-- Whoever said that an order is no machine's may take that back for ten minutes.
alter table volunteering.orders add column suspect_cleared_at timestamptz, add column suspect_cleared_by text;
comment on column volunteering.orders.suspect_cleared_at is 'when the desk said that it is no machine''s, while nobody has answered it; null: never, or taken back';
comment on column volunteering.orders.suspect_cleared_by is 'the actor''s id';
