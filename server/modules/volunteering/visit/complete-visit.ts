import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { isAhead } from '#platform/clock';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { VisitLine } from '../contract.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import { orderDone } from '../events.ts';
import type { Evidence } from '../hours/record-hours.ts';
import { orderFacts, setOrder } from '../order/order-queries.ts';
import { minutesAfter, remind, settleReminders } from '../order/reminders.ts';
import { orderStates, visitStates } from '../order/states.ts';
import { whenHappenedTo } from '../order/time.ts';
import { limitsFor } from '../service/limits.ts';
import { checkInFrom } from '../permissions.ts';
import { noteFirstVisit } from '../volunteer/first-visit.ts';
import { endAlarms } from './alarms.ts';
import { endAssignments } from './assign.ts';
import { provePresence } from './prove-presence.ts';
import type { Presence } from './prove-presence.ts';
import { keepOwnTimes, tellOthers } from './own-times.ts';
import { visitAtHand } from './visit-acts.ts';
import { assignmentsOf } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';
import { oneVisitLine } from './visit-view.ts';

/** What is said at the end of a visit. */
export interface CompletionNote {
  minutesServed?: number | undefined;
  report: string;
  absent: readonly string[];
  /** Shown at leaving: tells when that was. */
  code?: string | undefined;
  happenedAt?: Date | undefined;
}

/** The visit is over, says one of those who went, for all of them: who did not come is named, and each of the others may say their own time (`say-own-time.ts`); whoever ordered has the last word. Handlers may enter it for them: another class of evidence. Refuses: NotYet (422) before anybody could have arrived, BadRequest (400) for more minutes than since then, a time before the order or where all are said to be absent, MinutesMissing (422) without minutes where no check-in tells them, ProofWrong (422), WrongState (409). */
export async function completeVisit(
  ctx: Ctx,
  actor: Actor,
  visitId: string,
  request: CompletionNote,
): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const { order, visit: kept } = await visitAtHand(tx, actor, visitId);
    const visit = withoutImpossibleArrival(kept, tx.at);
    must(tx, actor, 'visit.complete', visit);
    const said = whenHappenedTo(tx, order, request.happenedAt);
    const left = await provePresence(tx, actor, order, visit, { code: request.code }, said);
    const { at } = left;
    mustBePossible(visit, at, request.minutesServed);
    const absent = whoWasAbsent(actor, visit, request.absent);
    const { minutes, own } = await minutesOf(tx, actor, visit, request.minutesServed, at);
    const evidence = evidenceOf(actor, visit, minutes, left, tx.at);
    await move(tx, visitStates, visit, 'done', { by: actor, happenedAt: at });
    await move(tx, orderStates, order, 'done', { by: actor, happenedAt: at });
    await tx.named(
      'volunteering.complete',
      `update volunteering.visits set checked_out_at = $3, check_out_entered_at = $4, minutes_served = $5, evidence = $6, report = $7, changed_at = $4, check_out_proof = $8 where county_id = $1 and id = $2`,
      [tx.countyId, visitId, at, tx.at, minutes, evidence, request.report, left.proof],
    );
    if (absent.length > 0) await endAssignments(tx, actor, visitId, 'absent', { personIds: absent, happenedAt: at });
    await endAssignments(tx, actor, visitId, 'served', { happenedAt: at });
    await keepOwnTimes(tx, actor, visit, { minutes, own });
    if (atHome(order.facts)) await noteFirstVisit(tx, visitId);
    const limits = await limitsFor(tx, order.serviceId, order.level);
    await settleReminders(tx, order.id);
    await endAlarms(tx, visit, 'left');
    // They are asked now: a phone without a line may tell of it days after the visit.
    const dueAt = minutesAfter(tx.at, limits.confirmWithinMinutes);
    await remind(tx, order.id, 'confirm', dueAt);
    await setOrder(tx, order.id, { done_at: at, due_at: dueAt });
    await tellOthers(tx, actor, visit);
    await emit(tx, orderDone, actor, { ...orderFacts(order), visitId });
    await audit(tx, actor, {
      act: 'visit.complete',
      noun: 'visit',
      subjectId: visitId,
      placeId: order.placeId,
      detail: { minutes, evidence },
    });
    return oneVisitLine(tx, actor, visitId);
  });
}

// The clock was ahead when they came, or is behind now: how long they have been there is theirs to say.
const withoutImpossibleArrival = (visit: VisitRow, at: Date): VisitRow =>
  visit.checkInEnteredAt && isAhead(visit.checkInEnteredAt, at)
    ? { ...visit, checkedInAt: null, checkInEnteredAt: null, checkInProof: null }
    : visit;

// Somebody was there, or it was no visit.
function whoWasAbsent(actor: Actor, visit: VisitRow, said: readonly string[]): string[] {
  const absent = visit.assignedIds.filter((id) => id !== actor.id && said.includes(id));
  if (absent.length > 0 && absent.length === visit.assignedIds.length)
    refuse('BadRequest', {}, [{ path: '/absent', code: 'invalid_value' }]);
  return absent;
}

// Nobody leaves before they could arrive, or stays longer than since then.
function mustBePossible(visit: VisitRow, at: Date, minutes = 0): void {
  const earliest = checkInFrom(visit.startsAt);
  if (at < (visit.checkedInAt ?? earliest)) refuse('NotYet', {}, [{ path: '/happenedAt', code: 'invalid_value' }]);
  const maximum = Math.ceil((at.getTime() - earliest.getTime()) / 60_000);
  if (minutes > maximum)
    refuse('BadRequest', {}, [{ path: '/body/minutesServed', code: 'too_big', detail: { maximum } }]);
}

// How long the visit was, and how long whoever ends it was there: of one who came after the first, less by so much. It began with the check-in: who says that they came before that, or when the clock was ahead, makes it no longer for the others.
async function minutesOf(
  tx: Tx,
  actor: Actor,
  visit: VisitRow,
  said: number | undefined,
  at: Date,
): Promise<{ minutes: number; own: number }> {
  const since = (begin: Date): number => Math.round((at.getTime() - begin.getTime()) / 60_000);
  const arrivedAt = (await assignmentsOf(tx, [visit.id])).find((one) => one.personId === actor.id)?.arrivedAt;
  const { checkedInAt } = visit;
  const isLate = checkedInAt && arrivedAt && arrivedAt > checkedInAt && arrivedAt <= at;
  const began = isLate ? arrivedAt : checkedInAt;
  const measured = began ? since(began) : undefined;
  const own = bounded(said ?? measured ?? refuse('MinutesMissing', {}, [{ path: '/minutesServed', code: 'required' }]));
  const late = began && checkedInAt ? since(checkedInAt) - since(began) : 0;
  return { minutes: bounded(own + late), own };
}

const bounded = (minutes: number): number => Math.min(1_440, Math.max(1, minutes));

const nearMinutes = 15;
const near = (a: Date | null, b: Date | null): boolean =>
  Boolean(a && b && Math.abs(a.getTime() - b.getTime()) <= nearMinutes * 60_000);

// Device-timed: both ends were tapped when they happened, or shown by a word or code however late that arrived, by one who was there, and the minutes are those between. A word or code that was wrong proves nothing: then the organiser vouches, or a second hand signs. Nor does the word of a keeper make it the device's.
function evidenceOf(actor: Actor, visit: VisitRow, minutes: number, left: Presence, enteredAt: Date): Evidence {
  const present = visit.assignedIds.includes(actor.id);
  const inTime = near(left.at, enteredAt);
  const arrivedInTime = near(visit.checkedInAt, visit.checkInEnteredAt);
  if (visit.checkInProof === 'keeper' && arrivedInTime && inTime) return 'organiser-attested';
  const shown = isShown(visit.checkInProof) || (arrivedInTime && visit.checkInProof !== 'keeper');
  const timed = shown && (isShown(left.proof) || inTime);
  const wrong = visit.checkInProof === 'wrong' || left.proof === 'wrong';
  const measured = visit.checkedInAt ? (left.at.getTime() - visit.checkedInAt.getTime()) / 60_000 : 0;
  if (present && timed && !wrong && Math.abs(minutes - measured) <= nearMinutes) return 'device-timed';
  return (present && !wrong) || !inTime ? 'typed-in-later' : 'organiser-attested';
}

const isShown = (proof: VisitRow['checkInProof']): boolean => proof === 'word' || proof === 'code';
