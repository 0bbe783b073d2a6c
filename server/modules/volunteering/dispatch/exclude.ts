import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ExclusionLine } from '../contract.ts';
import { orderById, orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { giveBack } from '../visit/give-back.ts';
import { tellNotNeeded } from '../visit/tell-not-needed.ts';
import { visitById } from '../visit/visit-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { exclusionsAt } from './exclusions.ts';

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
    await freeFromVisit(tx, actor, order, personId);
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

// Who was to go there next does not: they are told no more than that.
async function freeFromVisit(tx: Tx, actor: Actor, order: OrderRow, personId: string): Promise<void> {
  const visit = order.visitId ? await visitById(tx, order.visitId) : undefined;
  if (visit?.state !== 'planned' || !visit.assignedIds.includes(personId)) return;
  await giveBack(tx, actor, order, visit, personId);
  await tellNotNeeded(tx, visit, [personId]);
}
