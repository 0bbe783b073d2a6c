import { displayNames } from '#people';
import type { Tx } from '#platform/transaction';
import type { VisitLine } from '../contract.ts';
import type { VisitRow } from './visit-queries.ts';

/** Whom somebody has asked to go in their place, while that one may answer. */
export async function handOverOf(
  tx: Tx,
  visit: Pick<VisitRow, 'id' | 'orderId'>,
  personId: string,
): Promise<VisitLine['handOver']> {
  const [asked] = await tx.named<{ personId: string; expiresAt: Date }>(
    'volunteering.hand-over-of',
    `select f.person_id as "personId", f.expires_at as "expiresAt" from volunteering.offers f
      where f.county_id = $1 and f.order_id = $5 and f.visit_id = $2 and f.instead_of::text = $3 and f.state = 'open' and f.expires_at > $4`,
    [tx.countyId, visit.id, personId, tx.at, visit.orderId],
  );
  if (!asked) return null;
  const names = await displayNames(tx, [asked.personId]);
  return { name: names.get(asked.personId) ?? '', expiresAt: asked.expiresAt.toISOString() };
}
