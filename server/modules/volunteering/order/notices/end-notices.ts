import { dropLetters } from '#notices';
import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import { must, mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderNotices } from '../../contract.ts';
import { orderById, orderForUpdate } from '../order-queries.ts';
import type { OrderRow } from '../order-queries.ts';

/** Who is told what about an order, and since when, without their names, phones or addresses: for the desk. */
export async function readNotices(ctx: Ctx, actor: Actor, orderId: string): Promise<OrderNotices> {
  return ctx.transaction(async (tx) => {
    const order = await orderById(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.end-notices', order);
    return noticesOf(tx, orderId);
  });
}

/** No more messages to this contact: one word of theirs at the desk is enough, and what waits to go out stays here. Ending twice, or where there were none, changes nothing. */
export async function endNotices(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { position: number },
): Promise<OrderNotices> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    await endNoticesNow(tx, actor, order, request.position);
    return noticesOf(tx, orderId);
  });
}

/** As `endNotices`, with the order locked: the public page calls it for an actor of `proveDigits`. */
export async function endNoticesNow(
  tx: Tx,
  actor: Actor,
  order: Pick<OrderRow, 'id' | 'placeId' | 'unitId'>,
  position: number,
): Promise<void> {
  must(tx, actor, 'order.end-notices', order);
  await end(tx, actor, order, position);
}

const noun = 'order-notices';

/** Who wanted no more messages since an archive was made gets none after it was brought back; who agreed once more later does. */
export const noticesAgain: ErasureAgain = {
  noun,
  async again(tx, actor, subjectId, at) {
    const [orderId, position] = subjectId.split(':');
    const [order] = await tx.named<{ id: string; placeId: string }>(
      'volunteering.notices-brought-back',
      `select o.id, o.place_id as "placeId" from volunteering.order_notices n
         join volunteering.orders o on o.county_id = n.county_id and o.id = n.order_id
        where n.county_id = $1 and n.order_id = $2 and n.position = $3 and n.ended_at is null and n.agreed_at < $4 for update of o`,
      [tx.countyId, orderId, Number(position), at],
    );
    if (!order) return false;
    await end(tx, actor, order, Number(position));
    return true;
  },
};

const seriesNoun = 'order-series-notices';

/** As `noticesAgain`, of an order that is younger than the archive: the series would copy their former yes from the last order that the archive has, which they ended later. */
export const seriesNoticesAgain: ErasureAgain = {
  noun: seriesNoun,
  async again(tx, actor, subjectId, at) {
    const [seriesId, position] = subjectId.split(':');
    const [order] = await tx.named<{ id: string; placeId: string }>(
      'volunteering.series-notices-brought-back',
      `select o.id, o.place_id as "placeId" from volunteering.orders o
         join volunteering.order_notices n on n.county_id = o.county_id and n.order_id = o.id and n.position = $3 and n.ended_at is null and n.agreed_at < $4
        where o.county_id = $1 and o.series_id = $2 and not exists (select from volunteering.orders l where l.county_id = o.county_id and l.series_id = o.series_id and l.id > o.id) for update of o`,
      [tx.countyId, seriesId, Number(position), at],
    );
    if (!order) return false;
    await end(tx, actor, order, Number(position));
    return true;
  },
};

async function end(tx: Tx, actor: Actor, order: Pick<OrderRow, 'id' | 'placeId'>, position: number): Promise<void> {
  const rows = await tx.named<{ fresh: boolean }>(
    'volunteering.end-notices',
    `update volunteering.order_notices set ended_at = coalesce(ended_at, $4), ended_by = coalesce(ended_by, $5), sealed_code = null, email = null
      where county_id = $1 and order_id = $2 and position = $3 returning ended_at = $4 as fresh`,
    [tx.countyId, order.id, position, tx.at, JSON.stringify(actorRow(actor))],
  );
  await dropLetters(tx, order.id, `:${position}`);
  if (!rows[0]?.fresh) return;
  await audit(tx, actor, {
    act: 'order.end-notices',
    noun: 'order',
    subjectId: order.id,
    placeId: order.placeId,
    detail: { position },
  });
  await emit(tx, dataErased, actor, { noun, subjectId: `${order.id}:${position}` });
  const seriesId = await seriesItEnds(tx, order.id);
  if (seriesId) await emit(tx, dataErased, actor, { noun: seriesNoun, subjectId: `${seriesId}:${position}` });
}

// Orders to come are made from the last one: what ends there ends for them.
async function seriesItEnds(tx: Tx, orderId: string): Promise<string | undefined> {
  const [row] = await tx.named<{ seriesId: string }>(
    'volunteering.series-ending-notices',
    `select o.series_id as "seriesId" from volunteering.orders o
      where o.county_id = $1 and o.id = $2 and o.series_id is not null and not exists (select from volunteering.orders l where l.county_id = o.county_id and l.series_id = o.series_id and l.id > o.id)`,
    [tx.countyId, orderId],
  );
  return row?.seriesId;
}

/** Whether whoever ordered is told anything now, and how. */
export async function ordererIsTold(tx: Tx, orderId: string): Promise<'email' | 'sms' | null> {
  const one = (await noticesOf(tx, orderId)).items.find(({ position }) => position === 1);
  return one && !one.endedAt ? one.channel : null;
}

async function noticesOf(tx: Tx, orderId: string): Promise<OrderNotices> {
  const rows = await tx.named<{
    position: number;
    channel: 'email' | 'sms';
    purposes: OrderNotices['items'][number]['purposes'];
    agreedAt: Date;
    endedAt: Date | null;
  }>(
    'volunteering.notices-of',
    `select position, channel, purposes, agreed_at as "agreedAt", ended_at as "endedAt" from volunteering.order_notices where county_id = $1 and order_id = $2 order by position`,
    [tx.countyId, orderId],
  );
  const items = rows.map((row) => ({
    ...row,
    agreedAt: row.agreedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
  return { items, total: items.length };
}
