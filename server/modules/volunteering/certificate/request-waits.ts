import { withinSql } from '#platform/permits';

/** Whether request `q` waits for its certificate: it was neither issued nor withdrawn. */
export const requestWaitsSql = `not exists (select 1 from volunteering.certificates c where c.county_id = q.county_id and c.request_id = q.id)
  and not exists (select 1 from volunteering.certificate_withdrawals w where w.county_id = q.county_id and w.request_id = q.id)`;

/** Whether request `q` asks a unit within ranges of places or named itself, with its parameters from `first` on: lows, highs, units (`rangesFor`). The county's own centre is asked where one of the ranges begins at its root. */
export const unitWithinSql = (first: number): string =>
  `(q.unit_id = any($${first + 2}::uuid[])
    or case when q.unit_id is null then 0 = any($${first}::int[])
       else exists (select 1 from stations.stations s where s.county_id = q.county_id and s.id = q.unit_id and ${withinSql('s.place_id', first)}) end)`;
