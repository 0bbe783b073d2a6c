import { localTime, minutesTo } from '../county-time.ts';
import type { OrderContent, OrderState } from '../order-content.ts';
import type { Chance } from '../random.ts';
import { demonstrationServices } from '../services.ts';
import type { ServiceContent } from '../services.ts';
import { actsFrom, afterwards, calledOff, coordinatorOf, dispatch, intake, isPossible, visitSteps } from './course.ts';
import type { Step } from './course.ts';
import { channelFrom, takenDown } from './making.ts';
import type { Making } from './making.ts';
import { findVisit } from './visits.ts';
import type { PlannedVisit } from './visits.ts';

type Fate = Extract<
  OrderState,
  'closed' | 'rated' | 'confirmed' | 'done' | 'under-way' | 'taken' | 'dispatched' | 'cancelled'
>;

/** How many of the ordinary orders end where; `closed` takes the rest. The open ones are few: a desk that works has little lying about. */
const openFates: readonly [Fate, number][] = [
  ['rated', 16],
  ['confirmed', 5],
  ['done', 3],
  ['under-way', 1],
  ['taken', 8],
  ['dispatched', 2],
  ['cancelled', 16],
];

/** When the visit starts, in days from the clock. */
const visitDays: Record<Fate, [number, number]> = {
  closed: [-51, -13],
  rated: [-11, -3],
  confirmed: [-3, -0.4],
  done: [-1.6, -0.25],
  'under-way': [-0.03, -0.005],
  taken: [0.15, 5],
  dispatched: [0.8, 4],
  cancelled: [-50, -1.5],
};

/** The last step that an order of this fate keeps. */
const lastState: Record<Exclude<Fate, 'cancelled'>, OrderState> = {
  closed: 'closed',
  rated: 'rated',
  confirmed: 'confirmed',
  done: 'done',
  'under-way': 'under-way',
  taken: 'taken',
  dispatched: 'dispatched',
};

function cut(chance: Chance, service: ServiceContent, steps: readonly Step[], fate: Fate): Step[] | undefined {
  if (fate === 'cancelled')
    return calledOff(
      chance,
      service,
      steps,
      chance.between(
        0,
        steps.findIndex(({ state }) => state === 'taken'),
      ),
    );
  const end = steps.findLastIndex(({ state }) => state === lastState[fate]);
  return end < 0 ? undefined : steps.slice(0, end + 1);
}

function courseOf(
  making: Making,
  plan: PlannedVisit,
  fate: Fate,
  channel: OrderContent['channel'],
): Step[] | undefined {
  const { chance, now } = making;
  const { arrangeWithinHours } = plan.service;
  for (let tries = 1; tries <= 40; tries += 1) {
    const leadTime = Math.min(arrangeWithinHours * 60 * (0.3 + chance.fraction()) + tries * 45, 7 * 1440);
    const start = Math.min(plan.visit.startsInMinutes, fate === 'dispatched' ? 240 : -8);
    const [placed, accepted] = intake(chance, now, plan, start - leadTime, channel, coordinatorOf(plan.village));
    const arranged = dispatch(chance, now, plan, accepted.at);
    const taken = arranged.at(-1);
    if (taken === undefined || (fate !== 'dispatched' && taken.at > Math.min(plan.visit.startsInMinutes - 15, -4)))
      continue;
    const visit = visitSteps(chance, plan);
    const after = afterwards(chance, now, plan, visit.at(-1)?.at ?? 0, channel);
    const steps = cut(chance, plan.service, [placed, accepted, ...arranged, ...visit, ...after], fate);
    const last = steps?.at(-1);
    if (steps === undefined || last === undefined || !isPossible(now, steps)) continue;
    // Neither an offer that has run out already nor one that ends while the visitor looks on: that one is special.
    if (last.state === 'dispatched' && last.expiresInMinutes < 45) continue;
    return steps;
  }
  return undefined;
}

function windowsAround({ visit }: PlannedVisit, { chance, now }: Making): OrderContent['wishedWindows'] {
  const sinceSeven = localTime(now, visit.startsInMinutes).minute - 420;
  const first = {
    startsInMinutes: visit.startsInMinutes - Math.min(sinceSeven, 15 * chance.between(0, 4)),
    endsInMinutes: visit.endsInMinutes + 15 * chance.between(0, 6),
  };
  if (!chance.happens(0.35)) return [first];
  const day = Math.floor(visit.startsInMinutes / 1440) + chance.between(1, 3);
  const [from, to] = chance.pick([
    ['08:30', '11:30'],
    ['14:00', '17:30'],
    ['18:30', '20:30'],
  ] as const);
  return [first, { startsInMinutes: minutesTo(now, day + 1, from), endsInMinutes: minutesTo(now, day + 1, to) }];
}

function ordinaryOrder(making: Making, service: ServiceContent, fate: Fate, key: string): OrderContent | undefined {
  const { chance, now, diary } = making;
  const [from, to] = visitDays[fate];
  const plan = findVisit(chance, now, diary, service, from * 1440, to * 1440);
  if (plan === undefined) return undefined;
  const channel = channelFrom(chance.fraction());
  const steps = courseOf(making, plan, fate, channel);
  if (steps === undefined) return undefined;
  if (fate !== 'cancelled' && fate !== 'dispatched')
    diary.book(
      plan.volunteers.map((volunteer) => volunteer.key),
      plan.visit,
    );
  const note = making.noteFor(service.key);
  return {
    key,
    serviceKey: service.key,
    villageCode: plan.village.code,
    orderedBy: making.residentIn(plan.village.code),
    orderedFor: note?.orderedFor ?? (service.group === 'children' ? 'child' : 'self'),
    wishedWindows: windowsAround(plan, making),
    ...(note === undefined ? {} : { note: { zh: note.zh, en: note.en } }),
    ...takenDown(channel, plan.village.code),
    history: actsFrom(steps),
  };
}

/** How often each service is ordered: the home page's eight make up half. Flood help is told apart in special.ts, the holiday room is closed. */
function wishes(chance: Chance, count: number): ServiceContent[] {
  const often: Record<string, number> = {
    'taps-and-lights': 20,
    'shopping-and-medicine': 20,
    'hospital-companion': 18,
    'haircut-at-home': 16,
    'something-else': 15,
  };
  const offered = demonstrationServices.filter(({ key }) => key !== 'before-the-flood' && key !== 'holiday-room');
  const weighted = offered.flatMap((service) =>
    Array.from({ length: often[service.key] ?? (service.homePosition === undefined ? 4 : 14) }, () => service),
  );
  return Array.from({ length: Math.ceil((count * 1.5) / weighted.length) + 1 }, () => chance.shuffled(weighted)).flat();
}

/** The first service in the queue for which chance finds a visit; it leaves the queue. */
function nextOrder(making: Making, queue: ServiceContent[], fate: Fate, key: string): OrderContent {
  for (const [position, service] of queue.entries()) {
    const order = ordinaryOrder(making, service, fate, key);
    if (order === undefined) continue;
    queue.splice(position, 1);
    return order;
  }
  // With the clock held at night nobody is under way and no offer is open.
  if (fate === 'under-way') return nextOrder(making, queue, 'done', key);
  if (fate === 'dispatched') return nextOrder(making, queue, 'taken', key);
  throw new Error(`chance found no visit for an order that is ${fate}`);
}

/** `count` ordinary orders. */
export function ordinaryOrders(making: Making, count: number): OrderContent[] {
  const open = openFates.flatMap(([fate, number]) => Array.from({ length: number }, () => fate));
  const fates = [...open, ...Array.from({ length: count - open.length }, (): Fate => 'closed')];
  const queue = wishes(making.chance, count);
  return fates.map((fate, index) => nextOrder(making, queue, fate, `order-${String(index + 1).padStart(3, '0')}`));
}
