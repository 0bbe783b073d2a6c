import type { Candidate, OrderContent, Span, Words } from '../../order-content.ts';
import { placeByName } from '../../places.ts';
import { coordinatorOf } from '../course.ts';
import type { Step } from '../course.ts';

/** What a special order says about itself; its steps come from a few building blocks below. */
export interface Special {
  key: string;
  service: string;
  village: string;
  who: string;
  channel: OrderContent['channel'];
  note: Words;
  orderedFor?: OrderContent['orderedFor'];
  wished: readonly Span[];
  peopleServed?: number;
  needs?: OrderContent['needs'];
  repeats?: string;
  urgency?: OrderContent['urgency'];
  steps: readonly Step[];
}

/** The one who ordered. */
export const resident = { kind: 'resident' } as const;
/** Somebody of the cast. */
export const person = (key: string) => ({ kind: 'person', key }) as const;
/** The coordinator who answers for a village. */
export const by = (village: string) => person(coordinatorOf(placeByName(village)));
/** A stretch of so many minutes. */
export const span = (startsInMinutes: number, minutes: number): Span => ({
  startsInMinutes,
  endsInMinutes: startsInMinutes + minutes,
});
/** One volunteer as candidate. */
export const volunteer = (key: string): Candidate => ({ kind: 'volunteer', key });

/** Submitted and accepted. */
export const opened = (village: string, submitted: number, accepted: number): Step[] => [
  { state: 'submitted', at: submitted, by: resident },
  { state: 'accepted', at: accepted, by: by(village) },
];

/** An offer to these candidates. */
export function offered(village: string, at: number, expiresInMinutes: number, ...offeredTo: Candidate[]): Step {
  return { state: 'dispatched', at, by: by(village), offeredTo, expiresInMinutes };
}

/** Taken by these volunteers, the first leads. */
export function taken(at: number, visit: Span, ...keys: string[]): Step {
  return { state: 'taken', at, by: person(keys[0] ?? ''), takenBy: keys, visit };
}

/** Arrived two minutes early and done. */
export function served(visit: Span, minutesServed: number, key: string): Step[] {
  const arrived = visit.startsInMinutes - 2;
  return [
    { state: 'under-way', at: arrived, by: person(key) },
    { state: 'done', at: arrived + minutesServed, by: person(key), minutesServed, evidence: 'device-timed' },
  ];
}

/** A visit from order to done: offered `lead` minutes before it, taken 40 minutes later. */
export function visited(village: string, visit: Span, lead: number, minutesServed: number, ...keys: string[]): Step[] {
  const at = visit.startsInMinutes - lead;
  return [
    ...opened(village, at - 130, at - 45),
    offered(village, at, at + 240, ...keys.map(volunteer)),
    taken(at + 40, visit, ...keys),
    ...served(visit, minutesServed, keys[0] ?? ''),
  ];
}
