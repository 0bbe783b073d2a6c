import type { Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';

/** What was said about a visit, or null. */
export async function ratingOf(tx: Tx, visitId: string | null): Promise<OrderView['rating']> {
  if (!visitId) return null;
  const [row] = await tx.named<{
    outcome: string;
    score: number;
    words: string;
    at: Date;
    givenBy: 'resident' | 'desk';
  }>(
    'volunteering.rating',
    'select outcome, score, words, happened_at as "at", given_by as "givenBy" from volunteering.ratings where county_id = $1 and visit_id = $2',
    [tx.countyId, visitId],
  );
  return row ? { ...row, at: row.at.toISOString() } : null;
}
