import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { displayNames } from '#people';
import type { ExclusionLine } from '../contract.ts';
import { orderById, orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { visitById } from '../visit/visit-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';

/** Who shall not meet whoever ordered, by order. */
export async function excludedFor(tx: Tx, orderIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.named<{ orderId: string; personId: string }>(
    'volunteering.excluded-for',
    `select o.id as "orderId", x.person_id as "personId" from volunteering.orders o join volunteering.exclusions x on x.county_id = o.county_id and x.phone_hash = o.phone_hash and x.ended_at is null and o.phone_hash <> ''
      where o.county_id = $1 and o.id = any($2::uuid[])`,
    [tx.countyId, orderIds],
  );
  const byOrder = new Map<string, Set<string>>();
  for (const { orderId, personId } of rows) byOrder.set(orderId, (byOrder.get(orderId) ?? new Set()).add(personId));
  return byOrder;
}

/** Whoever ordered does not wish this volunteer to come, as the desk heard it; or the desk has a reason of its own. Nobody else is told. */
export const excludeForServed = (
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  personId: string,
): Promise<{ items: ExclusionLine[]; total: number }> =>
  ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.exclude', order);
    mustBeKnown(order);
    found((await volunteersByIds(tx, [personId])).get(personId));
    await exclude(tx, actor, orderId, personId, 'served');
    await audit(tx, actor, { act: 'order.exclude', noun: 'order', subjectId: orderId, placeId: order.placeId });
    return exclusionsAt(tx, orderId);
  });

/** A volunteer who has agreed to go there, or was there, does not wish to go again. No reason is asked, and the people there never hear of it. */
export const excludeForVolunteer = (ctx: Ctx, actor: Actor, visitId: string): Promise<void> =>
  ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, (await visitById(tx, visitId)).orderId);
    const visit = await visitById(tx, visitId);
    mustSee(tx, actor, 'visit.read', visit);
    must(tx, actor, 'visit.exclude', visit);
    mustBeKnown(order);
    await exclude(tx, actor, order.id, actor.id, 'volunteer');
    await audit(tx, actor, { act: 'visit.exclude', noun: 'visit', subjectId: visitId, placeId: order.placeId });
  });

/** Ends what the desk wrote down; a volunteer's own wish is not the desk's to end. */
export const dropExclusion = (
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  exclusionId: string,
): Promise<{ items: ExclusionLine[]; total: number }> =>
  ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.exclude', order);
    const [gone] = await tx.named(
      'volunteering.drop-exclusion',
      `update volunteering.exclusions set ended_at = $4 where county_id = $1 and id = $2 and wished_by = 'served' and ended_at is null and phone_hash = (select phone_hash from volunteering.orders where county_id = $1 and id = $3) returning 1`,
      [tx.countyId, exclusionId, orderId, tx.at],
    );
    found(gone);
    await audit(tx, actor, { act: 'order.drop-exclusion', noun: 'order', subjectId: orderId, placeId: order.placeId });
    return exclusionsAt(tx, orderId);
  });

/** What the desk wrote down for whoever ordered. What volunteers wish stays with them: the desk only sees that these two are not planned together. */
export const listExclusions = (
  ctx: Ctx,
  actor: Actor,
  orderId: string,
): Promise<{ items: ExclusionLine[]; total: number }> =>
  ctx.transaction(async (tx) => {
    const order = await orderById(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.exclude', order);
    return exclusionsAt(tx, orderId);
  });

// Whose phone is deleted cannot be known again.
const mustBeKnown = (order: OrderRow): unknown => found(order.forgottenAt === null ? order : undefined);

const exclude = (
  tx: Tx,
  actor: Actor,
  orderId: string,
  personId: string,
  wishedBy: 'served' | 'volunteer',
): Promise<unknown> =>
  tx.named(
    'volunteering.exclude',
    `insert into volunteering.exclusions (county_id, id, phone_hash, person_id, wished_by, made_by, made_at)
     values ($1, $2, (select phone_hash from volunteering.orders where county_id = $1 and id = $3), $4, $5, $6, $7)
     on conflict (county_id, phone_hash, person_id, wished_by) where ended_at is null do nothing`,
    [tx.countyId, newId<'exclusion'>(), orderId, personId, wishedBy, actor.id, tx.at],
  );

async function exclusionsAt(tx: Tx, orderId: string): Promise<{ items: ExclusionLine[]; total: number }> {
  const rows = await tx.named<{ id: string; personId: string; madeAt: Date }>(
    'volunteering.exclusions-at',
    `select x.id, x.person_id as "personId", x.made_at as "madeAt" from volunteering.exclusions x
      where x.county_id = $1 and x.ended_at is null and x.wished_by = 'served' and x.phone_hash = (select phone_hash from volunteering.orders where county_id = $1 and id = $2) order by x.id`,
    [tx.countyId, orderId],
  );
  const names = await displayNames(
    tx,
    rows.map((row) => row.personId),
  );
  const items = rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: names.get(row.personId) ?? '',
    madeAt: row.madeAt.toISOString(),
  }));
  return { items, total: items.length };
}
