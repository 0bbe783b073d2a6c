import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { PlanReason, PlanReasonQuery } from '../contract.ts';
import { whyNobody, whyPerson } from '../matching/explain.ts';
import type { Change } from '../matching/explain.ts';
import type { DispatchInstance } from '../matching/instance.ts';
import type { Plan } from '../matching/plan.ts';
import { problemOf } from '../matching/problem.ts';
import { orderById, ordersByIds } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { activeVolunteers, volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { qualifyForAll } from '../round/round-times.ts';
import { historyOf } from './plan-history.ts';
import type { History } from './plan-history.ts';
import { mustBeProposed, planById } from './plan-queries.ts';
import { taskTimes, tasksOf } from './plan-tasks.ts';
import { promisedTime } from './plan-times.ts';
import type { Slot } from './plan-times.ts';

/** Why this person goes to an order or not, or why nobody does, and what would change. Refuses: WrongState (409) once the plan is signed or dropped. */
export async function planReason(ctx: Ctx, actor: Actor, id: string, asked: PlanReasonQuery): Promise<PlanReason> {
  return ctx.transaction(async (tx) => {
    const row = await planById(tx, id);
    mustSee(tx, actor, 'dispatch-plan.list', row);
    const { instance, plan } = mustBeProposed(row);
    const order = await orderById(tx, asked.orderId);
    found(instance.orders.find((one) => one.id === order.id));
    const blocked = await blockedAt(tx, order, row, instance, asked.personId);
    const known = { ...instance, blocked };
    const problem = problemOf(instance);
    const answer = asked.personId
      ? whyPerson(known, problem, plan, { order: order.id, volunteer: asked.personId, wish: row.wish })
      : whyNobody(known, problem, plan, { order: order.id, wish: row.wish });
    const base = {
      terms: {},
      rules: [],
      change: null,
      needed: null,
      may: null,
      wouldHelp: [],
      candidates: await candidatesOf(tx, instance, plan, order.id),
    };
    switch (answer.answer) {
      case 'goes':
        return {
          ...base,
          answer: 'goes',
          terms: { ...answer.cost, ...(answer.step > 0 ? { fairness: answer.step } : {}) },
        };
      case 'blocked':
        return { ...base, answer: 'blocked', rules: [...answer.rules] };
      case 'too-few-may':
        return {
          ...base,
          answer: 'too-few-may',
          needed: answer.needed,
          may: answer.may,
          rules: [...answer.conflict],
          wouldHelp: answer.wouldHelp.map((one) => ({ rules: [...one.rules], volunteers: one.volunteers })),
        };
      case 'dearer':
        return {
          ...base,
          answer: 'dearer',
          terms: 'cost' in answer ? answer.cost : {},
          change: await changeView(tx, answer.change),
        };
      case 'fixed-elsewhere':
        return { ...base, answer: 'fixed-elsewhere' };
      default:
        return refuse('NotFound');
    }
  });
}

/** By which rules those who are no candidates are kept from an order, or from the round that it begins: asked of the rules themselves, for each at the time at which fewest speak against them. */
async function blockedAt(
  tx: Tx,
  order: OrderRow,
  plan: { startsOn: string; days: number },
  instance: DispatchInstance,
  personId: string | undefined,
): Promise<NonNullable<DispatchInstance['blocked']>> {
  const may = new Set(instance.candidates.filter((one) => one.order === order.id).map((one) => one.volunteer));
  const all = personId ? [...(await volunteersByIds(tx, [personId])).values()] : await activeVolunteers(tx);
  const others = all.filter((one) => !may.has(one.personId));
  const history = await historyOf(tx, [order.id]);
  const going = new Set(promisedTime(order) ? order.assignedIds : []);
  const fewest = new Map<string, string[]>();
  for (const task of await tasksOf(tx, [order]))
    for (const { slot, stops } of taskTimes(tx, task, plan)) {
      const judged = await qualifyForAll(tx, others, stops);
      for (const { personId: id } of others) {
        const rules = rulesOf(order.id, id, { slot, history, obstacles: judged.get(id)?.obstacles ?? [] });
        if (rules.length < (fewest.get(id)?.length ?? Infinity)) fewest.set(id, rules);
      }
    }
  return others.map(({ personId: id }) => ({
    order: order.id,
    volunteer: id,
    rules: going.has(id) ? ['goes-already'] : (fewest.get(id) ?? ['not-available']),
  }));
}

// Who has said no, and who is asked for that time, is no candidate though no rule speaks against them; nor is who lives further away than all that are looked at.
function rulesOf(
  orderId: string,
  personId: string,
  { slot, history, obstacles }: { slot: Slot; history: History; obstacles: readonly string[] },
): string[] {
  const rules = [...new Set<string>(obstacles)];
  if (history.declined(orderId, personId)) rules.push('said-no');
  if (history.isAsked(personId, slot)) rules.push('asked-then');
  return rules.length > 0 ? rules : ['no-candidate'];
}

async function candidatesOf(
  tx: Tx,
  instance: DispatchInstance,
  plan: Plan,
  orderId: string,
): Promise<PlanReason['candidates']> {
  const least = new Map<string, number>();
  for (const one of instance.candidates) {
    if (one.order !== orderId) continue;
    const cost = Object.values(one.cost).reduce((sum, term) => sum + term, 0);
    least.set(one.volunteer, Math.min(cost, least.get(one.volunteer) ?? Infinity));
  }
  const going = plan.visits.find((visit) => visit.order === orderId)?.volunteers ?? [];
  const names = await displayNames(tx, [...least.keys()]);
  return [...least]
    .map(([personId, cost]) => ({ personId, name: names.get(personId) ?? '', cost, goes: going.includes(personId) }))
    .toSorted((a, b) => a.cost - b.cost || a.name.localeCompare(b.name))
    .slice(0, 60);
}

async function changeView(tx: Tx, change: Change): Promise<NonNullable<PlanReason['change']>> {
  const orders = await ordersByIds(
    tx,
    change.moves.map((move) => move.order),
  );
  const names = await displayNames(
    tx,
    change.moves.flatMap((move) => [...move.before, ...move.after]),
  );
  const named = (ids: readonly string[]) => ids.map((personId) => ({ personId, name: names.get(personId) ?? '' }));
  return {
    extra: change.extra,
    atLeast: change.atLeast,
    moves: change.moves.flatMap((move) => {
      const order = orders.get(move.order);
      if (!order) return [];
      const place = placeLine(placeOrRefuse(tx, order.placeId));
      return {
        orderId: move.order,
        service: order.facts.name,
        place,
        before: named(move.before),
        after: named(move.after),
      };
    }),
  };
}
