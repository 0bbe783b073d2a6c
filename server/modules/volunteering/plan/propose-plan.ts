import { placeOrRefuse } from '#places';
import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { z } from 'zod';
import type { DispatchPlanView, newDispatchPlan } from '../contract.ts';
import { dayAfter, onTheWall } from '../county-day.ts';
import { servicesInOrder } from '../service/service-queries.ts';
import { planById, planStates } from './plan-queries.ts';
import { oneDispatchPlan } from './plan-view.ts';

/** 派单方案: asks the optimiser for a proposal; it is solved by the worker, and nothing is offered before a person signs. Refuses: TimeInPast (422), NotFound (404) for an unknown place or plan to follow, BadRequest (400) for an unknown service or a plan of another place or other services, WrongState (409) while that has looked at nothing. */
export async function proposePlan(
  ctx: Ctx,
  actor: Actor,
  asked: z.output<typeof newDispatchPlan>,
): Promise<DispatchPlanView> {
  return ctx.transaction(async (tx) => {
    const place = placeOrRefuse(tx, asked.placeId);
    must(tx, actor, 'dispatch-plan.make', { placeId: place.id });
    const today = onTheWall(tx.at, tx.ctx.county.timeZone).day;
    const startsOn = asked.startsOn ?? dayAfter(today, 1);
    if (startsOn < today) refuse('TimeInPast', {}, [{ path: '/startsOn', code: 'in_past' }]);
    const serviceIds = await knownServices(tx, asked.serviceIds ?? []);
    if (asked.followsId) await mustHaveRead(tx, actor, asked.followsId, { placeId: place.id, serviceIds });
    const id = newId<'dispatch-plan'>();
    await tx.named(
      'volunteering.propose-plan',
      `insert into volunteering.dispatch_plans (county_id, id, state, place_id, starts_on, days, seed, made_by, made_at, wish, changed_at, follows_id, service_ids) values ($1, $2, 'solving', $3, $4, $5, $6, $7, $8, '{}', $8, $9, $10)`,
      [
        tx.countyId,
        id,
        place.id,
        startsOn,
        asked.days,
        asked.seed,
        JSON.stringify(actorRow(actor)),
        tx.at,
        asked.followsId ?? null,
        serviceIds,
      ],
    );
    await begin(tx, planStates, id, { by: actor });
    await audit(tx, actor, { act: 'dispatch-plan.propose', noun: 'dispatch-plan', subjectId: id, placeId: place.id });
    return oneDispatchPlan(tx, actor, id);
  });
}

/** In one order each time, each once. One that is not offered any more may still have orders that wait. */
async function knownServices(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const known = new Set((await servicesInOrder(tx, true)).map(({ id }) => id));
  const unknown = ids.flatMap((id, at) =>
    known.has(id) ? [] : [{ path: `/serviceIds/${at}`, code: 'invalid_value' }],
  );
  if (unknown.length > 0) refuse('BadRequest', {}, unknown);
  return [...new Set(ids)].toSorted();
}

// Behind its last order stand those of the same place and services alone: of others the first would be left out.
async function mustHaveRead(
  tx: Tx,
  actor: Actor,
  planId: string,
  asked: { placeId: string; serviceIds: readonly string[] },
): Promise<void> {
  const before = await planById(tx, planId);
  mustSee(tx, actor, 'dispatch-plan.list', before);
  if (before.placeId !== asked.placeId) refuse('BadRequest', {}, [{ path: '/placeId', code: 'invalid_value' }]);
  if (before.serviceIds.join() !== asked.serviceIds.join())
    refuse('BadRequest', {}, [{ path: '/serviceIds', code: 'invalid_value' }]);
  if (before.lastOrderId === null)
    refuse('WrongState', { noun: 'dispatch-plan', state: before.state, wanted: 'proposed' });
}
