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
