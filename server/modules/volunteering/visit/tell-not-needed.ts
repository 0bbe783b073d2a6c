import { notify } from '#notices';
import type { Tx } from '#platform/transaction';
import type { VisitRow } from './visit-queries.ts';

/** Tells people who were to go to a visit that they need not; whoever goes there anew and is let go again is told again. */
export const tellNotNeeded = (
  tx: Tx,
  visit: Pick<VisitRow, 'id' | 'orderId'>,
  personIds: readonly string[],
): Promise<unknown> =>
  notify(tx, {
    personIds,
    kind: 'visit.not-needed',
    subjectId: visit.orderId,
    href: '/console/offers',
    dedupeKey: `not-needed ${visit.id} ${tx.at.toISOString()}`,
  });
