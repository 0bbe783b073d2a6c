import { notify } from '#notices';
import { systemActor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx, Tx } from '#platform/transaction';
import { backForDispatch, fallBackWhenNobodyIsLeft } from '../dispatch/back-for-dispatch.ts';
import { endOpenOffers } from '../dispatch/offer-queries.ts';
import { obstaclesSincePromised } from '../dispatch/still-may-go.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { endAssignments } from './assign.ts';
import { cancelVisit } from './plan-visit.ts';
import { tellNotNeeded } from './tell-not-needed.ts';
import { assignmentsOf, visitById } from './visit-queries.ts';
import type { Assignment, VisitRow } from './visit-queries.ts';

/** Somebody does not go after all. The other of a pair stays, and the order waits for dispatch again: nobody is left waiting at home. Whoever only came along to learn leaves, and nothing changes. */
export async function giveBack(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  visit: VisitRow,
  personId: string,
  happenedAt?: Date,
): Promise<void> {
  const before = (await assignmentsOf(tx, [visit.id])).filter((one) => one.state === 'assigned');
  const onlyLearns = before.some((one) => one.personId === personId && one.comesAlong);
  await endAssignments(tx, actor, visit.id, 'given-back', { personIds: [personId], happenedAt });
  await endOpenOffers(
    tx,
    order.id,
    'withdrawn',
    actor,
    (offer) => offer.insteadOf === personId || (offer.beside !== null && !onlyLearns),
  );
  // Whether somebody comes along to learn changes nothing for those at home.
  if (onlyLearns) return;
  const others = before.filter((one) => one.personId !== personId);
  await releaseNewcomers(tx, actor, visit, others);
  if (others.every((one) => one.comesAlong) && order.state === 'taken') await cancelVisit(tx, actor, visit);
  if (order.state === 'taken') await backForDispatch(tx, actor, order.id, 'given-back', { happenedAt });
}

// Nobody learns beside somebody who does not go: they are told, and asked anew with the next.
async function releaseNewcomers(tx: Tx, actor: Actor, visit: VisitRow, others: readonly Assignment[]): Promise<void> {
  const newcomers = others.filter((one) => one.comesAlong).map((one) => one.personId);
  if (newcomers.length === 0) return;
  await endAssignments(tx, actor, visit.id, 'released', { personIds: newcomers });
  await tellNotNeeded(tx, visit, newcomers);
}

const byTheRules = systemActor('volunteering.rules');

/** Gives a visit back for somebody who may not go any more: a paper ended, a consent was taken away, they left. Answers whether it did. */
export async function giveBackUnlessStillFit(
  tx: Tx,
  order: OrderRow,
  visit: VisitRow,
  personId: string,
): Promise<boolean> {
  if (visit.state !== 'planned' || !visit.assignedIds.includes(personId)) return false;
  const rules = await obstaclesSincePromised(tx, order, visit, personId);
  if (rules.length === 0) return false;
  await giveBack(tx, byTheRules, order, visit, personId);
  await audit(tx, byTheRules, {
    act: 'visit.give-back',
    noun: 'visit',
    subjectId: visit.id,
    placeId: order.placeId,
    detail: { rules },
  });
  await notify(tx, {
    personIds: [personId],
    kind: 'visit.given-back',
    subjectId: order.id,
    href: '/console/phone/mine',
    dedupeKey: `given-back ${visit.id}`,
  });
  return true;
}

/** Looks again at what somebody has promised, and what they are asked, after something about them changed; each order in a transaction of its own. */
export async function reviewPromises(ctx: Ctx, personId: string): Promise<void> {
  const promised = await ctx.transaction((tx) =>
    tx.named<{ orderId: string; visitId: string }>(
      'volunteering.promised',
      `select v.order_id as "orderId", v.id as "visitId" from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id and v.state = 'planned'
        where a.county_id = $1 and a.person_id = $2 and a.state = 'assigned' order by v.starts_at`,
      [tx.countyId, personId],
    ),
  );
  for (const { orderId, visitId } of promised)
    await ctx.transaction(async (tx) => {
      const order = await orderForUpdate(tx, orderId);
      await giveBackUnlessStillFit(tx, order, await visitById(tx, visitId), personId);
    });
  await endOffersToThoseWhoLeft(ctx, personId);
}

async function endOffersToThoseWhoLeft(ctx: Ctx, personId: string): Promise<void> {
  const open = await ctx.transaction(async (tx) => {
    const volunteer = (await volunteersByIds(tx, [personId])).get(personId);
    if (volunteer && volunteer.state !== 'left') return [];
    return tx.named<{ orderId: string }>(
      'volunteering.offers-to',
      `select distinct order_id as "orderId" from volunteering.offers where county_id = $1 and person_id = $2 and state = 'open'`,
      [tx.countyId, personId],
    );
  });
  for (const { orderId } of open)
    await ctx.transaction(async (tx) => {
      await orderForUpdate(tx, orderId);
      const ended = await endOpenOffers(tx, orderId, 'withdrawn', byTheRules, (offer) => offer.personId === personId);
      if (ended.length > 0) await fallBackWhenNobodyIsLeft(tx, byTheRules, orderId, 'declined');
    });
}
