import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { hoursDiffer } from '../../events.ts';
import type { OrderRow } from '../../order/order-queries.ts';
import { recordBy } from '../../service/due.ts';
import { visitById } from '../../visit/visit-queries.ts';
import { differenceOf } from './difference-queries.ts';

/** The person served says how long the visit took. The same as written down is no difference; another number stands beside it, and the hours wait until both agree or somebody decides (办法 art. 7, 12: what is recorded has to be true). Said once of a visit.
 *  `minutes` undefined: they said nothing of it; `confirmed`: they say that it was done. The order is locked. Refuses: WrongState (409) before anybody has written down a time. */
export async function noteDifference(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  minutes: number | undefined,
  confirmed: boolean,
): Promise<void> {
  if (minutes === undefined) return;
  const visit = order.visitId ? await visitById(tx, order.visitId) : undefined;
  if (!visit || visit.minutesServed === null)
    refuse('WrongState', { noun: 'order', state: order.state, wanted: 'done' });
  if (minutes === visit.minutesServed || (await differenceOf(tx, visit.id))) return;
  const id = newId<'hour-difference'>();
  await tx.named(
    'volunteering.note-difference',
    `insert into volunteering.hour_differences (county_id, id, order_id, visit_id, recorded_minutes, recorded_evidence, said_minutes, confirmed, said_to, entered_by, said_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.countyId,
      id,
      order.id,
      visit.id,
      visit.minutesServed,
      visit.evidence ?? 'typed-in-later',
      minutes,
      confirmed,
      actor.kind === 'guest' ? 'page' : 'desk',
      JSON.stringify(actorRow(actor)),
      tx.at,
      recordBy(tx.ctx.county, visit.checkedOutAt ?? tx.at),
    ],
  );
  await emit(tx, hoursDiffer, actor, {
    differenceId: id,
    orderId: order.id,
    placeId: order.placeId,
    unitId: order.stationId,
    personIds: [...order.assignedIds],
  });
  await audit(tx, actor, {
    act: 'hours.differ',
    noun: 'order',
    subjectId: order.id,
    placeId: order.placeId,
    detail: { recorded: visit.minutesServed, minutes },
  });
}
