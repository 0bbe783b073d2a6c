import type { Tx } from '#platform/transaction';

/** Orders by state, and what is overdue, for the operator's page. */
export async function figures(tx: Tx): Promise<Record<string, number>> {
  const states = await tx.named<{ state: string; count: number }>(
    'volunteering.figures',
    'select state, count(*)::int as count from volunteering.orders where county_id = $1 group by state',
    [tx.countyId],
  );
  const [overdue] = await tx.named<{ count: number }>(
    'volunteering.overdue',
    'select count(*)::int as count from volunteering.orders where county_id = $1 and due_at < $2',
    [tx.countyId, tx.at],
  );
  const [hours] = await tx.named<{ minutes: number }>(
    'volunteering.minutes',
    'select coalesce(sum(minutes), 0)::int as minutes from volunteering.hours where county_id = $1',
    [tx.countyId],
  );
  return {
    ...Object.fromEntries(states.map((row) => [`volunteering.orders.${row.state}`, row.count])),
    'volunteering.orders.overdue': overdue?.count ?? 0,
    'volunteering.minutes-served': hours?.minutes ?? 0,
  };
}

/** Visits that were done in the year, and whole hours that the ledger holds for it, what was taken back taken off. */
export async function yearly(tx: Tx, year: number): Promise<Record<string, number>> {
  const [row] = await tx.named<{ visits: number; hours: number }>(
    'volunteering.yearly',
    `with year as (select make_timestamptz($2, 1, 1, 0, 0, 0, $3) as begins, make_timestamptz($2 + 1, 1, 1, 0, 0, 0, $3) as ends)
     select (select count(*) from volunteering.visits v where v.county_id = $1 and v.state = 'done' and v.starts_at >= begins and v.starts_at < ends)::int as visits,
            (select coalesce(sum(h.minutes), 0) / 60 from volunteering.hours h where h.county_id = $1 and h.happened_at >= begins and h.happened_at < ends)::int as hours
       from year`,
    [tx.countyId, year, tx.ctx.county.timeZone],
  );
  return { visits: row?.visits ?? 0, hours: row?.hours ?? 0 };
}
