import { stationById } from '#stations';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderAnswered } from '../events.ts';
import { touchStops } from '../round/round-queries.ts';
import { answerBy } from '../service/due.ts';
import { limitsFor } from '../service/limits.ts';
import { orderFacts, orderForUpdate, setOrder } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { mustSeeOrder, referredThing } from './referral.ts';
import { remind } from './reminders.ts';
import { orderStates } from './states.ts';

/** 接转: the station to which an order was referred takes it on. It waits for an answer there, whose time begins now, and stands by itself; from now on that station's people may see whom it is for. Who referred it still sees it.
 *  Refuses: WrongState (409) where it was referred to no station of the county, or to be forgotten meanwhile. */
export async function takeOnOrder(ctx: Ctx, actor: Actor, orderId: string): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    await mustSeeOrder(tx, actor, order);
    const there = await referredThing(tx, order);
    must(tx, actor, 'order.take-on', there ?? order);
    if (!there) refuse('WrongState', { noun: 'order', state: order.state, wanted: 'submitted' });
    const station = found(await stationById(tx, there.unitId));
    await move(tx, orderStates, order, 'submitted', { by: actor, detail: { from: order.stationId, to: station.id } });
    const dueAt = answerBy(tx, tx.at, await limitsFor(tx, order.serviceId, order.level));
    await setOrder(tx, orderId, {
      station_id: station.id,
      referred_to: null,
      answered_at: null,
      ended_at: null,
      outcome_reason: null,
      next_address: null,
      due_at: dueAt,
      // Of a round of where it came from it is a stop no more: nobody here may offer the others.
      round_id: null,
      round_position: null,
    });
    if (order.roundId) await touchStops(tx, order.roundId, orderId);
    await remind(tx, orderId, 'answer', dueAt);
    await emit(tx, orderAnswered, actor, { ...orderFacts({ ...order, stationId: station.id }), verdict: 'take-on' });
    await audit(tx, actor, { act: 'order.take-on', noun: 'order', subjectId: orderId, placeId: station.placeId });
    return orderView(tx, actor, orderId);
  });
}
