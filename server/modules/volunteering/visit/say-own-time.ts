import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OwnTime, VisitLine } from '../contract.ts';
import { recordHours } from '../hours/record-hours.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import { checkInFrom } from '../permissions.ts';
import { assignmentStates } from './assignment-states.ts';
import { maySayOwnTime, ownTimeDays } from './own-times.ts';
import { mustBe } from './visit-acts.ts';
import { assignmentsOf, visitById } from './visit-queries.ts';
import type { Assignment, VisitRow } from './visit-queries.ts';
import { oneVisitLine } from './visit-view.ts';

/** One of those who went confirms or corrects their own time, once somebody has said that the visit is over; nought: they were not there. Who was said to be absent says so that they were. What goes beyond the word of who ended the visit is filled in afterwards: a second person signs it (办法 art. 7: the time actually given).
 *  Refuses: HoursStand (409) once it stands in the ledger, where a correction is asked for; OwnTimeOver (409) thirty days after the visit; BadRequest (400) for more minutes than since they could arrive; WrongState (409). */
export async function sayOwnTime(ctx: Ctx, actor: Actor, visitId: string, { minutes }: OwnTime): Promise<VisitLine> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, (await visitById(tx, visitId)).orderId);
    const visit = await visitById(tx, visitId);
    mustSee(tx, actor, 'visit.read', visit);
    must(tx, actor, 'visit.say-own-time', visit);
    mustBe(visit, 'done', 'done');
    if (!maySayOwnTime(visit, tx.at)) refuse('OwnTimeOver', { days: ownTimeDays });
    if (visit.recordedIds.includes(actor.id)) refuse('HoursStand');
    mustBePossible(tx, visit, minutes);
    const own = found((await assignmentsOf(tx, [visitId])).find((one) => one.personId === actor.id));
    if (own.state === 'absent' && minutes > 0) await move(tx, assignmentStates, own, 'served', { by: actor });
    await keep(tx, visit, own, minutes);
    await audit(tx, actor, {
      act: 'visit.say-own-time',
      noun: 'visit',
      subjectId: visitId,
      placeId: order.placeId,
      detail: { minutes },
    });
    // The hours of the others stand already: theirs follow.
    if (visit.recordedIds.length > 0)
      await recordHours(tx, actor, { ...order, visitId }, { confirmedBy: order.confirmedAt ? 'desk' : 'organiser' });
    return oneVisitLine(tx, actor, visitId);
  });
}

function mustBePossible(tx: Tx, visit: VisitRow, minutes: number): void {
  const maximum = Math.ceil((tx.at.getTime() - checkInFrom(visit.startsAt).getTime()) / 60_000);
  if (minutes > maximum) refuse('BadRequest', {}, [{ path: '/minutes', code: 'too_big', detail: { maximum } }]);
}

const keep = (tx: Tx, visit: VisitRow, own: Assignment, minutes: number): Promise<unknown> =>
  tx.named(
    'volunteering.say-own-time',
    'update volunteering.assignments set minutes_served = $3, minutes_evidence = $4, minutes_said_at = $5 where county_id = $1 and id = $2',
    [tx.countyId, own.id, minutes, isBeyond(visit, own, minutes) ? 'typed-in-later' : null, tx.at],
  );

// Whoever was said to be absent, or said more before, has their own word alone, also when they say it a second time; so has who came after the first, for the time before that.
const isBeyond = (visit: VisitRow, own: Assignment, minutes: number): boolean =>
  own.state === 'absent' || own.minutesEvidence !== null || minutes > (visit.minutesServed ?? 0) - lateBy(visit, own);

const lateBy = ({ checkedInAt }: VisitRow, { arrivedAt }: Assignment): number =>
  checkedInAt && arrivedAt ? Math.max(0, Math.round((arrivedAt.getTime() - checkedInAt.getTime()) / 60_000)) : 0;
