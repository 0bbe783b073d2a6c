import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { orderView } from '../order/order-view.ts';
import { limitsFor } from '../service/limits.ts';
import { planVisit } from '../visit/plan-visit.ts';
import { askNext } from './ask-next.ts';
import { mustBeAble, mustStandAlone, mustWaitForDispatch, nowDispatched, slotOf } from './dispatch-order.ts';

/** Whom to ask one after the other, for when. */
export interface Waterfall {
  readonly personIds: readonly string[];
  readonly startsAt: Date;
  readonly endsAt?: Date | undefined;
  /** Less time to think, at night as well. */
  readonly urgent: boolean;
  readonly expiresInMinutes?: number | undefined;
}

/** Asks volunteers one after the other (as many at once as places are free): the next when somebody declines or lets the time pass; after the last the order is back with the desk. The time is the service's, and stands still in each one's quiet hours, else at night.
 *  Refuses: CandidateNotQualified (422), NotEnoughCandidates (422), AlreadyAsked (409) while another waterfall runs for the visit, TimeInPast (422), InRound, WrongState (409). */
export async function askInTurn(ctx: Ctx, actor: Actor, orderId: string, request: Waterfall): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.dispatch', order);
    mustWaitForDispatch(order);
    await mustStandAlone(tx, order);
    const slot = slotOf(order, request, tx.at);
    const visit = await planVisit(tx, actor, order, slot);
    const candidates = request.personIds.map((id) => ({ kind: 'volunteer' as const, id }));
    await mustBeAble(tx, order, candidates, { ...slot, visitId: visit.id, order }, visit.assignedIds.length);
    await writeWaterfall(tx, actor, order, visit.id, request);
    await nowDispatched(tx, actor, order, visit.id, tx.at);
    await askNext(tx, actor, order.id);
    await audit(tx, actor, {
      act: 'order.ask-in-turn',
      noun: 'order',
      subjectId: order.id,
      placeId: order.placeId,
      detail: { count: request.personIds.length },
    });
    return orderView(tx, actor, order.id);
  });
}

async function writeWaterfall(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  visitId: string,
  request: Waterfall,
): Promise<void> {
  const limits = await limitsFor(tx, order.serviceId, order.level);
  const usual = request.urgent ? limits.urgentOfferExpiresMinutes : limits.offerExpiresMinutes;
  // One that has come to its end may be followed by another.
  const made = await tx.named(
    'volunteering.write-waterfall',
    `insert into volunteering.waterfalls (county_id, visit_id, person_ids, expires_minutes, urgent, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (county_id, visit_id) do update set person_ids = excluded.person_ids, reached = 0, expires_minutes = excluded.expires_minutes, urgent = excluded.urgent, made_by = excluded.made_by, made_at = excluded.made_at
       where volunteering.waterfalls.reached >= cardinality(volunteering.waterfalls.person_ids) returning 1`,
    [
      tx.countyId,
      visitId,
      [...new Set(request.personIds)],
      request.expiresInMinutes ?? usual,
      request.urgent,
      JSON.stringify(actorRow(actor)),
      tx.at,
    ],
  );
  if (made.length === 0) refuse('AlreadyAsked');
}
