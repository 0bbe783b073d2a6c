import { localTime, withinHours } from '../county-time.ts';
import type { Candidate, OrderAct, OrderActor, OrderDeed } from '../order-content.ts';
import { stationFor } from '../people.ts';
import { townOf } from '../places.ts';
import type { PlaceContent } from '../places.ts';
import type { Chance } from '../random.ts';
import { leadersFor } from './diary.ts';
import { isWithinReach } from './visits.ts';
import type { PlannedVisit } from './visits.ts';
import { cancelReasonsFor, givenBackReasons, ratingWords, settlements } from './words.ts';

/** A step with its moment counted forward (negative is past), before it becomes an act. */
export type Step = OrderDeed & { at: number; by: OrderActor; enteredAt?: number };

const resident: OrderActor = { kind: 'resident' };
const system: OrderActor = { kind: 'system' };
const person = (key: string): OrderActor => ({ kind: 'person', key });

/** Steps as acts, rounded to whole minutes. */
export function actsFrom(steps: readonly Step[]): OrderAct[] {
  return steps.map(({ at, enteredAt, ...step }) => ({
    ...step,
    atMinutesAgo: -Math.round(at),
    ...(enteredAt === undefined ? {} : { enteredMinutesAgo: -Math.round(enteredAt) }),
  }));
}

/** The coordinator who answers: Liuhe has its own. */
export function coordinatorOf(village: PlaceContent): string {
  return townOf(village).zh === '柳河镇' ? 'hexiaozhou' : 'zhaoyue';
}

/** From 点单 to 审单: submitted at a waking hour, answered in working hours. */
export function intake(
  chance: Chance,
  now: Date,
  plan: Pick<PlannedVisit, 'service' | 'village'>,
  at: number,
  channel: string,
  by: string,
): [Step, Step] {
  const placed = withinHours(now, at, '07:00', '21:00') + chance.between(0, 25);
  const entered = channel === 'paper' ? placed + chance.between(30, 240) : placed;
  const { answerWithinMinutes } = plan.service;
  const late = chance.happens(0.06) ? 2.1 : 0.8;
  const urgent = answerWithinMinutes <= 60;
  const answered = withinHours(
    now,
    entered + chance.between(4, answerWithinMinutes * late),
    urgent ? '07:00' : '08:10',
    urgent ? '21:30' : '17:50',
  );
  return [
    { state: 'submitted', at: placed, by: resident, ...(channel === 'paper' ? { enteredAt: entered } : {}) },
    { state: 'accepted', at: answered + chance.between(1, 9), by: person(by) },
  ];
}

function offerMinutes({ answerWithinMinutes }: PlannedVisit['service']): number {
  return answerWithinMinutes <= 20 ? 20 : answerWithinMinutes <= 60 ? 60 : 240;
}

/** An offer to the people of the plan, or to somebody else who will not take it. */
function offer(plan: PlannedVisit, at: number, by: string, candidates: readonly Candidate[]): Step {
  return {
    state: 'dispatched',
    at,
    by: person(by),
    offeredTo: candidates,
    expiresInMinutes: Math.round(at) + offerMinutes(plan.service),
  };
}

const asCandidate = ({ key }: { key: string }): Candidate => ({ kind: 'volunteer', key });

/** From 派单 to 接单, sometimes through an offer that was declined or ran out, or a promise given back. */
export function dispatch(chance: Chance, now: Date, plan: PlannedVisit, acceptedAt: number): Step[] {
  const by = coordinatorOf(plan.village);
  const minutes = offerMinutes(plan.service);
  const soon = (at: number): number =>
    withinHours(
      now,
      at + chance.between(4, minutes / 3),
      minutes < 240 ? '07:00' : '08:10',
      minutes < 240 ? '21:30' : '17:50',
    ) + chance.between(0, 6);
  const steps: Step[] = [];
  const others = leadersFor(plan.service, 0).filter(
    (volunteer) => !plan.volunteers.includes(volunteer) && isWithinReach(plan.village)(volunteer),
  );
  let at = acceptedAt;
  if (others.length > 0 && chance.happens(0.22)) {
    const other = chance.pick(others);
    at = soon(at);
    steps.push(offer(plan, at, by, [asCandidate(other)]));
    const declined = chance.happens(0.65);
    at += declined ? chance.between(3, minutes * 0.7) : minutes;
    steps.push({
      state: 'accepted',
      at,
      because: declined ? 'declined' : 'expired',
      by: declined ? person(other.key) : system,
    });
  }
  if (others.length > 0 && chance.happens(0.05)) {
    const other = chance.pick(others);
    at = soon(at);
    steps.push(offer(plan, at, by, [asCandidate(other)]));
    at += chance.between(3, minutes * 0.5);
    steps.push({ state: 'taken', at, by: person(other.key), takenBy: [other.key], visit: plan.visit });
    at += chance.between(20, 200);
    steps.push({
      state: 'accepted',
      at,
      because: 'given-back',
      by: person(other.key),
      ...(chance.happens(0.6) ? { reason: chance.pick(givenBackReasons) } : {}),
    });
  }
  at = soon(at);
  steps.push(offer(plan, at, by, plan.volunteers.map(asCandidate)));
  at += chance.between(2, minutes * 0.8);
  const [lead] = plan.volunteers;
  return lead === undefined
    ? steps
    : [
        ...steps,
        { state: 'taken', at, by: person(lead.key), takenBy: plan.volunteers.map(({ key }) => key), visit: plan.visit },
      ];
}

/** The visit itself: arrival and done. */
export function visitSteps(chance: Chance, plan: PlannedVisit): Step[] {
  const lead = plan.volunteers[0]?.key ?? '';
  const arrived = plan.visit.startsInMinutes + chance.between(-6, 11);
  const minutesServed = Math.round(plan.service.durationMinutes * (0.65 + 0.55 * chance.fraction()));
  const luck = chance.fraction();
  const evidence =
    luck < 0.55 ? 'witnessed' : luck < 0.85 ? 'device-timed' : luck < 0.98 ? 'organiser-attested' : 'back-filled';
  return [
    { state: 'under-way', at: arrived, by: person(lead) },
    { state: 'done', at: arrived + minutesServed, by: person(lead), minutesServed, evidence },
  ];
}

function starsFrom(luck: number): 1 | 2 | 3 | 4 | 5 {
  return luck < 0.02 ? 1 : luck < 0.07 ? 2 : luck < 0.17 ? 3 : luck < 0.42 ? 4 : 5;
}

/** After the visit: the resident confirms (or the desk, having called them), sometimes after a dispute; perhaps rates; in the end it is closed. */
export function afterwards(chance: Chance, now: Date, plan: PlannedVisit, doneAt: number, channel: string): Step[] {
  const awake = (at: number): number => withinHours(now, at, '07:10', '21:10') + chance.between(0, 30);
  const speaker = channel === 'web' ? resident : person(stationFor(plan.village.code).keeperKey);
  const steps: Step[] = [];
  let at = awake(doneAt + chance.between(5, 900));
  if (chance.happens(0.025)) {
    steps.push({
      state: 'disputed',
      at,
      by: resident,
      reason: { zh: '说做好了，其实还没有。', en: 'They say it is done, but it is not.' },
    });
    at = awake(at + chance.between(200, 1300));
    steps.push({ state: 'confirmed', at, by: person(coordinatorOf(plan.village)), settled: chance.pick(settlements) });
  } else steps.push({ state: 'confirmed', at, by: speaker });
  if (!chance.happens(0.64)) return [...steps, { state: 'closed', at: at + 7 * 1440, by: system }];
  at = awake(at + chance.between(20, 2600));
  const stars = starsFrom(chance.fraction());
  steps.push({
    state: 'rated',
    at,
    by: speaker,
    stars,
    ...(chance.happens(0.5) ? { words: chance.pick(ratingWords[stars]) } : {}),
  });
  return [...steps, { state: 'closed', at: at + 1440, by: system }];
}

/** Cuts a course off after one of its first steps because the resident no longer wants it; undefined if there is no room before the next step. */
export function calledOff(
  chance: Chance,
  { group }: PlannedVisit['service'],
  steps: readonly Step[],
  afterStep: number,
): Step[] | undefined {
  const last = steps[afterStep];
  const next = steps[afterStep + 1];
  if (last === undefined || next === undefined || next.at - last.at < 4) return undefined;
  const at = Math.round(last.at) + chance.between(1, Math.floor(next.at - last.at) - 2);
  return [
    ...steps.slice(0, afterStep + 1),
    { state: 'cancelled', at, by: resident, reason: chance.pick(cancelReasonsFor(group)) },
  ];
}

/** Whether the steps follow one another in time and none lies in the future or at an odd hour of the resident's night. */
export function isPossible(now: Date, steps: readonly Step[]): boolean {
  return steps.every(({ at, enteredAt, by }, index) => {
    const before = steps[index - 1];
    const earliest = before?.enteredAt ?? before?.at;
    const inOrder = earliest === undefined || Math.round(at) > Math.round(earliest);
    const { minute } = localTime(now, at);
    const awake = by.kind === 'system' || (minute >= 6 * 60 + 30 && minute <= 22 * 60 + 30);
    return inOrder && awake && (enteredAt ?? at) <= -1;
  });
}
