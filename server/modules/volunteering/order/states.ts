import { defineStates } from '#platform/states';
import type { OrderState } from '../contract.ts';

/** What the guards look at. */
interface InHand {
  readonly id: string;
  readonly state: OrderState;
  readonly visitId: string | null;
  /** Who is assigned to that visit, or has served in it. */
  readonly assignedIds: readonly string[];
  readonly facts: { readonly peopleNeeded: number };
}

/** From 点单 to 评单. What was referred to a station of the county comes back to `submitted` when that station takes it on (`take-on-order.ts`). `accepted` (审单) waits for dispatch and is where an order returns when an offer, a visit or a result falls through. Silence is not confirmation: nothing leads by time alone from `done` to `confirmed`. */
export const orderStates = defineStates<OrderState, InHand>(
  'order',
  'volunteering.orders',
  'submitted',
  {
    submitted: ['accepted', 'refused', 'referred', 'merged', 'helped', 'cancelled'],
    accepted: ['dispatched', 'refused', 'referred', 'paused', 'helped', 'cancelled', 'submitted', 'done'],
    paused: ['accepted', 'cancelled'],
    dispatched: ['taken', 'accepted', 'cancelled', 'done'],
    taken: ['under-way', 'done', 'accepted', 'visit-failed', 'cancelled'],
    'under-way': ['done', 'visit-failed'],
    'visit-failed': ['accepted', 'cancelled', 'done'],
    done: ['confirmed', 'disputed', 'closed'],
    disputed: ['accepted', 'confirmed', 'closed'],
    confirmed: ['rated', 'closed', 'accepted'],
    rated: ['closed', 'accepted'],
    refused: ['accepted'],
    referred: ['submitted'],
    merged: [],
    helped: [],
    cancelled: [],
    closed: ['accepted'],
  },
  [
    // Until the last place is taken the order is only offered.
    {
      name: 'everybody-found',
      from: ['dispatched'],
      to: 'taken',
      holds: (order) => order.visitId !== null && order.assignedIds.length >= order.facts.peopleNeeded,
    },
    // An answer is taken back while it has led to nothing (`take-back-answer.ts`).
    { name: 'nobody-asked', from: ['accepted'], to: 'submitted', holds: ({ visitId }) => visitId === null },
    // Somebody was there although nobody had planned it (`enter-past-visit.ts`).
    {
      name: 'somebody-went',
      from: ['accepted', 'dispatched', 'visit-failed'],
      to: 'done',
      holds: ({ visitId, assignedIds }) => visitId !== null && assignedIds.length > 0,
    },
    { name: 'somebody-goes', from: ['taken'], to: 'under-way', holds: ({ assignedIds }) => assignedIds.length > 0 },
    { name: 'visited', from: ['done', 'disputed'], to: 'confirmed', holds: ({ visitId }) => visitId !== null },
  ],
);

export type VisitState = 'planned' | 'under-way' | 'done' | 'failed' | 'cancelled';

/** A visit: planned with the offers, begun by checking in, over by checking out. */
export const visitStates = defineStates<VisitState>('visit', 'volunteering.visits', 'planned', {
  planned: ['under-way', 'done', 'failed', 'cancelled'],
  'under-way': ['done', 'failed'],
  done: [],
  failed: [],
  cancelled: [],
});

export type OfferState = 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn';

/** An offer ends by an answer, by time, or because it is not needed any more. */
export const offerStates = defineStates<OfferState>('offer', 'volunteering.offers', 'open', {
  open: ['accepted', 'declined', 'expired', 'withdrawn'],
  accepted: [],
  // Who said no says yes after all.
  declined: ['open'],
  expired: [],
  withdrawn: [],
});

/** States in which the station is still concerned with the order, and its handlers may look at address and phone. */
export const openStates: ReadonlySet<OrderState> = new Set<OrderState>([
  'submitted',
  'accepted',
  'paused',
  'dispatched',
  'taken',
  'under-way',
  'visit-failed',
  'done',
  'disputed',
  'confirmed',
]);

/** States in which somebody is still to be found: the priority says in what order. */
export const waitsForPeople: ReadonlySet<OrderState> = new Set<OrderState>([
  'submitted',
  'accepted',
  'dispatched',
  'visit-failed',
]);

/** States in which the station answers (审单): nobody is asked yet, and nobody has promised. What is arranged is taken apart by reopening, changing or cancelling. */
export const answerable: ReadonlySet<OrderState> = new Set<OrderState>(['submitted', 'accepted', 'paused']);

/** States before anybody is asked: then how many go may still change. A refused order may be taken after all, by an appeal. */
export const beforeDispatch: ReadonlySet<OrderState> = new Set<OrderState>([
  'submitted',
  'accepted',
  'paused',
  'refused',
]);

/** States in which what the desk has made sure of still matters to somebody; of a refused order, while an appeal is open. */
export const checkable: ReadonlySet<OrderState> = new Set<OrderState>([
  ...beforeDispatch,
  'dispatched',
  'taken',
  'visit-failed',
]);

/** States in which somebody may be on their way: before, nobody goes; afterwards, nobody needs to know. */
export const stillGoing: ReadonlySet<OrderState> = new Set<OrderState>(['dispatched', 'taken', 'under-way']);

/** States in which the resident may still cancel, or wish another time. */
export const cancellable: ReadonlySet<OrderState> = new Set<OrderState>([
  'submitted',
  'accepted',
  'paused',
  'dispatched',
  'taken',
  'visit-failed',
]);

/** What is over: nothing of it goes on by itself, and nothing is asked of the resident any more: their name, phone and address may be deleted when they wish it. */
export const endedStates: ReadonlySet<OrderState> = new Set<OrderState>([
  'confirmed',
  'rated',
  'closed',
  'refused',
  'referred',
  'merged',
  'helped',
  'cancelled',
]);
