import { personById } from '#people';
import type { Tx } from '#platform/transaction';
import type { Rule } from '../contract.ts';
import type { OrderRow } from '../order/order-queries.ts';
import type { VisitRow } from '../visit/visit-queries.ts';
import { assignmentsOf } from '../visit/visit-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { qualify } from './qualify.ts';

/** Which rules that must hold until the visit speak by now against somebody who promised to go: papers, insurance, consents, or that they are no volunteer any more. Times, distance and caps are not asked again: a promise is a promise. */
export async function obstaclesSincePromised(
  tx: Tx,
  order: OrderRow,
  visit: VisitRow,
  personId: string,
): Promise<Rule[]> {
  const volunteer = (await volunteersByIds(tx, [personId])).get(personId);
  const person = await personById(tx, personId);
  if (!volunteer || volunteer.state === 'left' || !person?.active) return ['paused'];
  const leads = (await assignmentsOf(tx, [visit.id])).some((one) => one.personId === personId && one.leads);
  const judged = await qualify(tx, order.facts, [volunteer], {
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    visitId: visit.id,
    order,
  });
  const broken = (judged.get(personId)?.blockedBy ?? []).filter(
    ({ atTheDoor, of }) => atTheDoor && (leads || of === 'everybody'),
  );
  return [...new Set(broken.map(({ rule }) => rule))];
}
