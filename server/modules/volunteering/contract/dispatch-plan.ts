import { z } from 'zod';
import { batchAnswer, batchOf } from '#platform/batch-contract';
import { day, placeLine, words } from '#places/contract';
import { mapGround, spot } from './map.ts';
import { cursor, limit } from './words.ts';

export const planState = z.enum(['solving', 'proposed', 'failed', 'signed', 'discarded']);
export type PlanState = z.infer<typeof planState>;

/** A proposal is asked for the orders of a place and all below that wait for dispatch. */
export const newDispatchPlan = z.strictObject({
  placeId: z.uuid(),
  /** The first day; left out: tomorrow. */
  startsOn: day.optional(),
  days: z.int().min(1).max(14).default(7),
  /** The same seed on the same data gives the same plan. */
  seed: z.int().min(1).max(1_000_000).default(1),
  /** Orders for these services alone, and the rounds in which one of them stands; none, or left out: all. */
  serviceIds: z.array(z.uuid()).max(50).optional(),
  /** Begins behind the last order that this plan of the same place and services looked at; left out: with what is due first. */
  followsId: z.uuid().optional(),
});
export type NewDispatchPlan = z.input<typeof newDispatchPlan>;

const named = z.strictObject({ personId: z.uuid(), name: z.string() });

/** A plan in a list. Costs are in kilometres and what counts like them; `gap`: how much more it costs than the cheapest at most, as a share. */
export const dispatchPlanLine = z.strictObject({
  id: z.uuid(),
  state: planState,
  place: placeLine,
  startsOn: day,
  days: z.int(),
  /** The services whose orders it looks at, as they are called now; empty: all. */
  services: z.array(z.strictObject({ id: z.uuid(), name: words })),
  madeAt: z.iso.datetime(),
  madeBy: z.string().nullable(),
  signedAt: z.iso.datetime().nullable(),
  orders: z.int(),
  served: z.int(),
  cost: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  /** While it is being solved: what it is about, and the best so far. */
  progress: z.strictObject({ stage: z.string(), cost: z.number(), gap: z.number(), seconds: z.number() }).nullable(),
  failure: z.string().nullable(),
  version: z.int(),
  abilities: z.array(z.string()),
});
export type DispatchPlanLine = z.infer<typeof dispatchPlanLine>;

/** One order of a plan. Nobody in `people`: the plan leaves it. */
export const plannedOrder = z.strictObject({
  orderId: z.uuid(),
  service: z.strictObject({ slug: z.string(), name: words }),
  place: placeLine,
  peopleNeeded: z.int(),
  /** How many stops its round has; 1: it stands alone. The plan knows a round by its first order. */
  stops: z.int(),
  /** Where its village lies; null where nobody said. */
  at: spot.nullable(),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  /** `newcomer`: their first visit to a home, beside somebody who leads. */
  people: z.array(named.extend({ newcomer: z.boolean() })),
  /** Fixed by hand. */
  pinned: z.boolean(),
  /** The order is not as it was when the plan was made: it is left out when signed. */
  changed: z.boolean(),
  offeredAt: z.iso.datetime().nullable(),
});
export type PlannedOrder = z.infer<typeof plannedOrder>;

export const dispatchPlanView = dispatchPlanLine.extend({
  items: z.array(plannedOrder),
  /** Beside the visits: the villages of those who go, with how far they wish to go. */
  map: z.strictObject({
    ...mapGround.shape,
    homes: z.array(
      z.strictObject({
        personId: z.uuid(),
        name: z.string(),
        place: words,
        at: spot,
        withinKm: z.int().nullable(),
      }),
    ),
  }),
  /** What one order after the other, each to the cheapest, would have reached. */
  greedy: z.strictObject({ cost: z.number(), served: z.int() }).nullable(),
  method: z.enum(['flow', 'whole', 'regions']).nullable(),
  stoppedBy: z.enum(['gap', 'rounds', 'watch']).nullable(),
  seed: z.int(),
  digest: z.string().nullable(),
  /** A plan looks at 2,000 orders at most, those due first: how many it did, and how many waited from where it began on. Null before it is solved. */
  read: z.strictObject({ orders: z.int(), waiting: z.int() }).nullable(),
  /** The plan behind whose last order it begins. */
  followsId: z.uuid().nullable(),
});
export type DispatchPlanView = z.infer<typeof dispatchPlanView>;

export const dispatchPlanList = z.strictObject({
  items: z.array(dispatchPlanLine),
  next: z.string().nullable(),
  total: z.int(),
});
export const dispatchPlanQuery = z.strictObject({
  state: planState.optional(),
  /** At this place or below. */
  placeId: z.uuid().optional(),
  /** That look at orders for this service: by its name, or because they look at all. */
  serviceId: z.uuid().optional(),
  /** Words of the place's name. */
  q: z.string().max(60).optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
  cursor,
  limit,
});
export type DispatchPlanQuery = z.output<typeof dispatchPlanQuery>;

/** Fixes who goes to an order, or sets it free again (nobody named); the plan is repaired around it. */
export const planPin = z.strictObject({
  version: z.int(),
  orderId: z.uuid(),
  personIds: z.array(z.uuid()).max(10),
});
export type PlanPin = z.output<typeof planPin>;
/** Ends solving with the best so far, or drops the plan. */
export const planEnd = z.strictObject({ version: z.int() });

export const planReasonQuery = z.strictObject({ orderId: z.uuid(), personId: z.uuid().optional() });
export type PlanReasonQuery = z.output<typeof planReasonQuery>;

const change = z.strictObject({
  extra: z.number(),
  /** Proven: no plan with this choice costs less than so much more. */
  atLeast: z.number(),
  moves: z.array(
    z.strictObject({
      orderId: z.uuid(),
      service: words,
      place: placeLine,
      before: z.array(named),
      after: z.array(named),
    }),
  ),
});
const terms = z.record(z.string(), z.number());
/** Why somebody goes or not, or (without a person) why nobody goes and who else could. */
export const planReason = z.strictObject({
  answer: z.enum(['goes', 'blocked', 'dearer', 'fixed-elsewhere', 'too-few-may']),
  /** The parts of the cost of this person at this order. */
  terms,
  rules: z.array(z.string()),
  change: change.nullable(),
  needed: z.int().nullable(),
  may: z.int().nullable(),
  wouldHelp: z.array(z.strictObject({ rules: z.array(z.string()), volunteers: z.int() })),
  /** Who may go to this order, the cheapest first. */
  candidates: z.array(named.extend({ cost: z.number(), goes: z.boolean() })),
});
export type PlanReason = z.infer<typeof planReason>;

/** Signing makes the offers of these orders, each by itself; `rehearse` says beforehand what would be. */
const signedRow = z.strictObject({ do: z.literal('sign'), id: z.uuid() });
export const planSignature = batchOf(signedRow);
export const planSignatureAnswer = batchAnswer(signedRow);
