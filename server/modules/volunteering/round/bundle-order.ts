import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { orderForUpdate, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { orderView } from '../order/order-view.ts';
import { countyCaps } from '../volunteer/caps.ts';
import { apart } from './apart.ts';
import { lockRound, nextPosition, stopsOf, touchStops } from './round-queries.ts';

/** 制单: puts an order behind the last stop of another one's round; of itself, it begins one. Each keeps its state and code; they are offered as one.
 *  Refuses: WrongState (409) unless both wait for dispatch with nobody found, InRound (409) where it is a stop of another round, RoundTooLong (422) beyond what one volunteer may do on a day, RoundApart (422) where no day suits all, another number of people goes, or the way is too long. */
export async function bundleOrder(
  ctx: Ctx,
  actor: Actor,
  request: { orderId: string; withId: string },
): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await waitingOrder(tx, actor, request.orderId);
    const roundId = await roundWith(tx, actor, order, request.withId);
    if (order.id !== request.withId && order.roundId !== roundId) {
      await mustFit(tx, order, roundId);
      await setOrder(tx, order.id, { round_id: roundId, round_position: await nextPosition(tx, roundId) });
      await touchStops(tx, roundId, order.id);
    }
    await audit(tx, actor, {
      act: 'order.bundle',
      noun: 'order',
      subjectId: order.id,
      placeId: order.placeId,
      detail: { round: roundId },
    });
    return orderView(tx, actor, order.id);
  });
}

async function waitingOrder(tx: Tx, actor: Actor, id: string): Promise<OrderRow> {
  const order = await orderForUpdate(tx, id);
  mustSee(tx, actor, 'order.read', order);
  must(tx, actor, 'order.dispatch', order);
  if (order.state !== 'accepted' || (order.visitState === 'planned' && order.assignedIds.length > 0))
    refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
  return order;
}

/** The round of the other order, which is begun where it has none. */
async function roundWith(tx: Tx, actor: Actor, order: OrderRow, withId: string): Promise<string> {
  const other = withId === order.id ? order : await waitingOrder(tx, actor, withId);
  if (other.roundId) return other.roundId;
  const id = newId<'round'>();
  await tx.named(
    'volunteering.begin-round',
    'insert into volunteering.rounds (county_id, id, made_at) values ($1, $2, $3)',
    [tx.countyId, id, tx.at],
  );
  await setOrder(tx, other.id, { round_id: id, round_position: 1 });
  return id;
}

async function mustFit(tx: Tx, order: OrderRow, roundId: string): Promise<void> {
  // Of two who put orders into one round at once, each at another stop of it, the second sees the first's.
  await lockRound(tx, roundId);
  if (order.roundId && (await stopsOf(tx, order.roundId)).length > 1) refuse('InRound', {});
  const stops = (await stopsOf(tx, roundId)).filter((stop) => stop.endedAt === null);
  const most = countyCaps(tx).visitsPerDay;
  if (stops.length >= most) refuse('RoundTooLong', { most });
  const why = apart(tx, order, stops);
  if (why) refuse('RoundApart', { why, because: tx.ctx.app.wording.say(tx.ctx.tag, `round.${why}`) });
}
