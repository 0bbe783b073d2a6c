import { systemActor } from '#platform/actor';
import { emit } from '#platform/events';
import type { Ctx, Tx } from '#platform/transaction';
import { fallBackWhenNobodyIsLeft } from '../dispatch/back-for-dispatch.ts';
import { endOpenOffers, offerById } from '../dispatch/offer-queries.ts';
import { reminderDue } from '../events.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import { alarmById, raiseAlarm, tellNext } from '../visit/alarms.ts';
import type { AlarmKind } from '../visit/alarms.ts';
import { giveBackUnlessStillFit } from '../visit/give-back.ts';
import { visitById } from '../visit/visit-queries.ts';
import { closeNow } from './conclude-order.ts';
import { tellContacts } from './notices/tell-contacts.ts';
import { handlersOf } from './handlers.ts';
import { orderById, orderFacts, orderForUpdate } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { ratingOf } from './rating-queries.ts';
import { minutesAfter } from './reminders.ts';
import type { ReminderKind } from './reminders.ts';

interface Due {
  id: string;
  orderId: string;
  kind: ReminderKind;
  subjectId: string;
}
const minutesPutOff = 5;
const clockwork = systemActor('volunteering.reminders');

/** Deals with everything whose time has come, one order after the other, each in a transaction of its own. One that fails is put off, so that it neither stops nor starves those behind it, and said to the log. */
export async function sweepReminders(ctx: Ctx): Promise<void> {
  const due = await ctx.transaction((tx) =>
    tx.named<Due>(
      'volunteering.due',
      `select id, order_id as "orderId", kind, subject_id as "subjectId" from volunteering.reminders where county_id = $1 and due_at <= $2 and done_at is null and settled_at is null order by due_at, id limit 200`,
      [tx.countyId, tx.at],
    ),
  );
  for (const one of due) {
    try {
      await ctx.transaction((tx) => dealWith(tx, one));
    } catch (error) {
      ctx.app.log.error('a reminder failed', {
        reminder: one.id,
        kind: one.kind,
        error: error instanceof Error ? error : undefined,
      });
      await ctx.transaction((tx) => putOff(tx, one));
    }
  }
}

const putOff = (tx: Tx, due: Due): Promise<unknown> =>
  tx.named(
    'volunteering.put-off',
    'update volunteering.reminders set due_at = $3 where county_id = $1 and id = $2 and done_at is null and settled_at is null',
    [tx.countyId, due.id, minutesAfter(tx.at, minutesPutOff)],
  );

async function dealWith(tx: Tx, due: Due): Promise<void> {
  const order = await orderForUpdate(tx, due.orderId);
  const claimed = await tx.named(
    'volunteering.claim-reminder',
    'update volunteering.reminders set done_at = $3 where county_id = $1 and id = $2 and done_at is null and settled_at is null returning 1',
    [tx.countyId, due.id, tx.at],
  );
  if (claimed.length === 0) return;
  if (due.kind === 'offer-ended') return endOffer(tx, order, due.subjectId);
  if (due.kind === 'close')
    return order.state === 'confirmed' || order.state === 'rated' ? closeNow(tx, clockwork, order) : undefined;
  if (due.kind === 'visit-soon' && (await someGaveBack(tx, order, due.subjectId))) return;
  if (due.kind === 'alarm-next') return passAlarmOn(tx, order, due.subjectId);
  if (due.kind === 'rate' && (await waitsForRating(tx, order))) await tellContacts(tx, order, 'rate', due.id, null);
  await tell(tx, order, due.kind, due.subjectId, await whoActs(tx, order, due));
}

async function tell(tx: Tx, order: OrderRow, kind: string, subjectId: string, personIds: string[]): Promise<void> {
  if (personIds.length > 0)
    await emit(tx, reminderDue, clockwork, { ...orderFacts(order), kind, subjectId, personIds });
}

/** Somebody is still missed: the next who handles orders is told in the same words. */
async function passAlarmOn(tx: Tx, order: OrderRow, alarmId: string): Promise<void> {
  const alarm = await alarmById(tx, alarmId);
  if (!alarm) return;
  const kind = alarm.kind === 'not-arrived' ? 'check-in-missing' : 'check-out-missing';
  await tell(tx, order, kind, alarm.visitId, await tellNext(tx, order, alarm));
}

/** Of a visit in this state somebody is missed: at a home one person after the other is told, elsewhere everybody at once. */
async function missed(tx: Tx, order: OrderRow, visitId: string, kind: AlarmKind): Promise<string[]> {
  const visit = await visitById(tx, visitId);
  if (visit.state !== (kind === 'not-arrived' ? 'planned' : 'under-way') || order.visitId !== visitId) return [];
  if (atHome(order.facts)) return raiseAlarm(tx, order, visit, kind);
  return [...visit.assignedIds, ...(await handlersOf(tx, order))];
}

/** The day before, papers and consents are looked at once more, so that the desk has time to find somebody else. */
async function someGaveBack(tx: Tx, order: OrderRow, visitId: string): Promise<boolean> {
  let isAnybody = false;
  // Each is asked about anew: with the first who may not go the order waits for somebody already.
  for (const personId of (await visitById(tx, visitId)).assignedIds) {
    const now = await orderById(tx, order.id);
    isAnybody = (await giveBackUnlessStillFit(tx, now, await visitById(tx, visitId), personId)) || isAnybody;
  }
  return isAnybody;
}

/** An offer's time is over; if nobody else is asked, the order waits for dispatch again. */
async function endOffer(tx: Tx, order: OrderRow, offerId: string): Promise<void> {
  const ended = await endOpenOffers(tx, order.id, 'expired', clockwork, (offer) => offer.id === offerId);
  if (ended.length > 0) await fallBackWhenNobodyIsLeft(tx, clockwork, order.id, 'expired');
}

/** Whether whoever ordered said that it was done, and not yet how it was. */
const waitsForRating = async (tx: Tx, order: OrderRow): Promise<boolean> =>
  order.state === 'confirmed' && !(await ratingOf(tx, order.visitId));

/** Whom a reminder concerns, as long as what it waits for has not happened. */
async function whoActs(tx: Tx, order: OrderRow, due: Due): Promise<string[]> {
  const handlers = (): Promise<string[]> => handlersOf(tx, order);
  switch (due.kind) {
    case 'answer':
      return order.state === 'submitted' || order.state === 'disputed' || order.state === 'visit-failed'
        ? handlers()
        : [];
    case 'arrange':
      return order.state === 'accepted' || order.state === 'dispatched' ? handlers() : [];
    case 'offer-ending': {
      const offer = await offerById(tx, due.subjectId);
      return offer.state === 'open' ? offer.candidateIds.filter((id) => !offer.answeredIds.includes(id)) : [];
    }
    case 'visit-soon': {
      const visit = await visitById(tx, due.subjectId);
      return visit.state === 'planned' ? [...visit.assignedIds] : [];
    }
    case 'check-in-missing':
      return missed(tx, order, due.subjectId, 'not-arrived');
    case 'check-out-missing':
      return missed(tx, order, due.subjectId, 'not-out');
    case 'confirm':
      return order.state === 'done' ? handlers() : [];
    case 'rate':
      return (await waitsForRating(tx, order)) ? handlers() : [];
    default:
      return [];
  }
}
