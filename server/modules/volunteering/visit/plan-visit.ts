import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { begin, move } from '#platform/states';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { OrderRow } from '../order/order-queries.ts';
import { visitStates } from '../order/states.ts';
import { endAlarms } from './alarms.ts';
import { endAssignments } from './assign.ts';
import { tellNotNeeded } from './tell-not-needed.ts';
import { visitById } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';

/** The visit to which candidates are asked: the one that is planned already when the time is the same (of a pair one may have accepted), else a new one in its place; who had accepted the old one is told that they need not go.
 *  Refuses: WrongState (409) when offers are out for another time. */
export async function planVisit(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  slot: { startsAt: Date; endsAt: Date },
): Promise<VisitRow> {
  const before = order.visitId ? await visitById(tx, order.visitId) : undefined;
  if (before?.state === 'planned' && before.startsAt.getTime() === slot.startsAt.getTime()) return before;
  if (order.state === 'dispatched') refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
  if (before?.state === 'planned') {
    await cancelVisit(tx, actor, before);
    await tellNotNeeded(tx, before, before.assignedIds);
  }
  const id = newId<'visit'>();
  await tx.named(
    'volunteering.plan-visit',
    `insert into volunteering.visits (county_id, id, order_id, state, starts_at, ends_at, made_at, changed_at) values ($1, $2, $3, 'planned', $4, $5, $6, $6)`,
    [tx.countyId, id, order.id, slot.startsAt, slot.endsAt, tx.at],
  );
  await begin(tx, visitStates, id, { by: actor });
  return visitById(tx, id);
}

/** Nobody goes to this visit any more. */
export async function cancelVisit(tx: Tx, actor: Actor, visit: VisitRow, reason?: string): Promise<void> {
  await move(tx, visitStates, visit, 'cancelled', { by: actor, ...(reason ? { reason } : {}) });
  await endAlarms(tx, visit, 'over');
  await endAssignments(tx, actor, visit.id, 'released');
}
