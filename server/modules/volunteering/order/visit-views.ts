import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import type { OrderVisit } from '../contract.ts';
import { visitAbilities } from '../visit/visit-abilities.ts';
import type { Assignment, VisitRow } from '../visit/visit-queries.ts';
import type { OrderRow } from './order-queries.ts';

/** Visits of an order with who went, and what the asker may do with each. */
export async function visitViews(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  visits: readonly VisitRow[],
  assignments: readonly Assignment[],
): Promise<OrderVisit[]> {
  const names = await displayNames(
    tx,
    assignments.map((one) => one.personId),
  );
  return visits.map((visit) => ({
    id: visit.id,
    state: visit.state,
    startsAt: visit.startsAt.toISOString(),
    endsAt: visit.endsAt.toISOString(),
    checkedInAt: visit.checkedInAt?.toISOString() ?? null,
    checkInProof: visit.checkInProof,
    checkedOutAt: visit.checkedOutAt?.toISOString() ?? null,
    minutesServed: visit.minutesServed,
    evidence: visit.evidence,
    report: visit.report,
    people: assignments
      .filter((one) => one.visitId === visit.id)
      .map((one) => ({
        personId: one.personId,
        name: names.get(one.personId) ?? '',
        leads: one.leads,
        state: one.state,
        minutes: one.state === 'served' ? (one.minutesServed ?? visit.minutesServed) : null,
      })),
    abilities: visitAbilities(tx, actor, visit, order),
  }));
}
