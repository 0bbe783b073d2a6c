import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** People of the county who are there: neither left nor erased. */
export async function peopleCount(tx: Tx): Promise<number> {
  const [row] = await tx.named<{ count: number }>(
    'people.there',
    'select count(*)::int as count from people.persons where county_id = $1 and active and erased_at is null',
    [tx.countyId],
  );
  return row?.count ?? 0;
}

/** Refuses one more person beyond what the installation allows the county: CountyPeopleReached (409). */
export async function mustHavePeopleLeft(tx: Tx): Promise<void> {
  const most = tx.ctx.county.limits.people;
  if (most === undefined) return;
  // Two that come at once are counted one after the other.
  await tx.named('people.lock-count', 'select pg_advisory_xact_lock($1, 771008)', [tx.countyId]);
  if ((await peopleCount(tx)) >= most) refuse('CountyPeopleReached', { people: most });
}
