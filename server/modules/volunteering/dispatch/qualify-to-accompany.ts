import type { Tx } from '#platform/transaction';
import type { OrderRow } from '../order/order-queries.ts';
import type { VisitRow } from '../visit/visit-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { qualify } from './qualify.ts';
import type { Qualification } from './qualify.ts';

/** Asks the hard rules of whoever goes beside somebody who leads: not of skills, nor of a first visit. */
export const qualifyToAccompany = (
  tx: Tx,
  order: OrderRow,
  { id: visitId, startsAt, endsAt }: VisitRow,
  volunteers: readonly Volunteer[],
): Promise<Map<string, Qualification>> =>
  qualify(tx, { ...order.facts, peopleNeeded: Math.max(2, order.facts.peopleNeeded) }, volunteers, {
    startsAt,
    endsAt,
    visitId,
    order,
  });
