import { inWords } from '#places';
import type { Actor } from '#platform/actor';
import type { RecordName } from '#platform/manifest';
import { shortMoment } from '#platform/moments';
import { may } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import { plainWords } from '../plain-words.ts';
import { ordersByIds } from './order-queries.ts';

// What is said of an offer, a visit or hours is said under the order's id.
const nouns: ReadonlySet<string> = new Set(['order', 'offer', 'visit', 'hours']);

/** Orders as lists name them: the service and when the visit begins, never for whom or where; those that the person may read or was asked about. */
export async function orderNames(tx: Tx, actor: Actor, noun: string, ids: readonly string[]): Promise<RecordName[]> {
  if (!nouns.has(noun) || ids.length === 0) return [];
  const orders = [...(await ordersByIds(tx, ids)).values()];
  const asked = await askedOf(
    tx,
    actor,
    orders.map(({ id }) => id),
  );
  return orders
    .filter((order) => asked.has(order.id) || may(tx, actor, 'order.read', order))
    .map((order) => ({
      id: order.id,
      title: [inWords(plainWords(order.facts.name), tx.ctx.language), ...whenOf(tx, order.visitStartsAt)].join(' · '),
      href: `/console/orders/${order.id}`,
    }));
}

async function askedOf(tx: Tx, actor: Actor, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.named<{ id: string }>(
    'volunteering.asked-about',
    `select distinct f.order_id as id from volunteering.offers f where f.county_id = $1 and f.order_id = any($2::uuid[])
       and (f.open_to_all or f.person_id::text = $3 or exists (select from volunteering.team_members m where m.county_id = f.county_id and m.team_id = f.team_id and m.person_id::text = $3))`,
    [tx.countyId, orderIds, actor.id],
  );
  return new Set(rows.map(({ id }) => id));
}

const whenOf = (tx: Tx, at: Date | null): string[] => (at === null ? [] : [shortMoment(tx.ctx, at)]);
