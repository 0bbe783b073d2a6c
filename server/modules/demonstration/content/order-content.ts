import type { orderStates } from '#volunteering';
import type { Need, Urgency } from '#volunteering/contract';
import type { channels } from './texts/zh-cn.ts';

/** Where an order stands, from 点单 to 评单. */
export type OrderState = keyof typeof orderStates.transitions;

/** Words in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/** A stretch of time in minutes from the county's clock; negative is past. */
export interface Span {
  startsInMinutes: number;
  endsInMinutes: number;
}

/** Who acted: the resident, somebody by key (staff, keeper or volunteer), or the program itself. */
export type OrderActor = { kind: 'resident' } | { kind: 'person'; key: string } | { kind: 'system' };

/** Whom an offer went to: of a team, the first takers win. */
export interface Candidate {
  kind: 'volunteer' | 'team';
  key: string;
}

/** What each state's act carries. */
export type OrderDeed =
  | { state: 'submitted' | 'under-way' | 'closed' }
  | { state: 'accepted'; because?: 'declined' | 'expired' | 'given-back' | 'reopened' | 'visit-failed'; reason?: Words }
  | { state: 'refused'; reason: Words; nextAddress: Words }
  | { state: 'referred'; nextAddress: Words }
  | { state: 'merged'; into: string }
  | { state: 'helped'; how: Words }
  | { state: 'cancelled' | 'paused' | 'visit-failed' | 'disputed'; reason: Words }
  /** A pair gets one offer each. */
  | { state: 'dispatched'; offeredTo: readonly Candidate[]; expiresInMinutes: number }
  /** The first of `takenBy` leads. */
  | { state: 'taken'; takenBy: readonly string[]; visit: Span }
  | {
      state: 'done';
      minutesServed: number;
      evidence: 'witnessed' | 'device-timed' | 'organiser-attested' | 'back-filled';
    }
  /** `settled` says what put a dispute right; `minutesHeard`: how long it was in the words of whoever was served. */
  | { state: 'confirmed'; settled?: Words; minutesHeard?: number }
  | { state: 'rated'; stars: 1 | 2 | 3 | 4 | 5; words?: Words };

/** One step of an order's history. */
export type OrderAct = OrderDeed & {
  /** When it happened, in whole minutes before the county's clock. */
  atMinutesAgo: number;
  by: OrderActor;
  /** When it was typed in, if that was later (a paper slip). */
  enteredMinutesAgo?: number;
};

/** One order of the demonstration. */
export interface OrderContent {
  key: string;
  serviceKey: string;
  villageCode: string;
  /** An invented person; the number begins with 1990002. */
  orderedBy: { name: string; nameEn: string; phone: string };
  orderedFor: 'self' | 'parent' | 'neighbour' | 'child';
  wishedWindows: readonly Span[];
  /** How many are to be helped at once. Absent means one. */
  peopleServed?: number;
  /** Comes again by this rule (RFC 5545), from its first wish on. */
  repeats?: string;
  /** What the station said of it when it came. Absent means usual. */
  urgency?: Urgency;
  /** What helps them to be helped. */
  needs?: readonly Need[];
  /** In the resident's own words; some orders have none. */
  note?: Words;
  channel: keyof typeof channels;
  /** The desk clerk who wrote it down, unless it came over the web. */
  takenDownBy?: string;
  /** Oldest first, beginning with `submitted`. */
  history: readonly OrderAct[];
}

/** Where the order stands now. */
export function stateOf({ history }: Pick<OrderContent, 'history'>): OrderState {
  return history.at(-1)?.state ?? 'submitted';
}
