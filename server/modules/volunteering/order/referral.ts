import { stationById } from '#stations';
import type { Actor } from '#platform/actor';
import { may, mustSee } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { OrderThing } from '../permissions.ts';
import type { OrderRow } from './order-queries.ts';

/** A referred order as a thing of the station to which it was referred; undefined: of no station of the county, or nothing is left of whom it is for. */
export async function referredThing(
  tx: Tx,
  order: Pick<OrderRow, 'id' | 'state' | 'referredTo' | 'forgottenAt'>,
): Promise<(OrderThing & { placeId: string; unitId: string }) | undefined> {
  if (order.state !== 'referred' || !order.referredTo || order.forgottenAt) return undefined;
  const station = await stationById(tx, order.referredTo);
  return station && { id: order.id, state: order.state, placeId: station.placeId, unitId: station.id };
}

/** 404 for those who may not see the order: neither where it is nor where it was referred to. */
export async function mustSeeOrder(tx: Tx, actor: Actor, order: OrderRow): Promise<void> {
  if (!may(tx, actor, 'order.read', order)) mustSee(tx, actor, 'order.read', (await referredThing(tx, order)) ?? order);
}

/** Whether the actor handles orders at the station to which it was referred. */
export async function mayTakeOn(tx: Tx, actor: Actor, order: OrderRow): Promise<boolean> {
  const thing = await referredThing(tx, order);
  return thing !== undefined && may(tx, actor, 'order.take-on', thing);
}
