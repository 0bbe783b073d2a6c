-- The list's first order is by the nearest limit, and it is walked from the front; a limit that is none comes last.
create index orders_by_due on volunteering.orders (county_id, (coalesce(due_at, 'infinity'::timestamptz)), id);
-- What is open is counted for every coordinator who looks.
create index orders_open on volunteering.orders (county_id, state) include (due_at, entered_at, place_id, station_id, service_id, visit_id) where ended_at is null;
