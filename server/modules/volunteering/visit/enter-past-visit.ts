import { notify } from '#notices';
import { displayNames } from '#people';
import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { begin, move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView } from '../contract.ts';
import { atHome } from '../dispatch/gates/gate.ts';
import { mustStandAlone } from '../dispatch/dispatch-order.ts';
import { orderDone } from '../events.ts';
import { freeEverybody, peopleConcerned } from '../order/cancel-order.ts';
import { orderById, orderFacts, orderForUpdate, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { orderView } from '../order/order-view.ts';
import { minutesAfter, remind, settleReminders } from '../order/reminders.ts';
import { orderStates, visitStates } from '../order/states.ts';
import { whenHappened } from '../order/time.ts';
import { limitsFor } from '../service/limits.ts';
import { noteFirstVisit } from '../volunteer/first-visit.ts';
import { lockVolunteer } from '../volunteer/volunteer-queries.ts';
import { assign, endAssignments } from './assign.ts';
import { visitById } from './visit-queries.ts';
import type { VisitRow } from './visit-queries.ts';

/** A visit that took place without having been planned, as the desk learns it later. */
export interface PastVisit {
  /** Who went; the first led. */
  readonly personIds: readonly string[];
  readonly from: Date;
  readonly until: Date;
  readonly note: string;
}

/** 补记: somebody was there although nobody had planned it. The visit stands with the time at which it was and the time at which it was typed in; whoever ordered is asked as after any other, and its hours are filled in afterwards whoever confirms them: they count with the signature of a second person, who neither typed it in nor went.
 *  Refuses: WrongState (409) where somebody is on their way, or the order is over; InRound (409); OwnVisit (403) to who went; BadRequest (400) for a time before the order or of more than a day; TimeInFuture (422); NotFound (404) for nobody's volunteer; ElsewhereThen (409) for one who served in another visit at that time, or is there still. */
export async function enterPastVisit(ctx: Ctx, actor: Actor, orderId: string, request: PastVisit): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const before = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', before);
    must(tx, actor, 'order.enter-visit', before);
    const personIds = [...new Set(request.personIds)];
    if (personIds.includes(actor.id)) refuse('OwnVisit');
    mustBePossible(tx, before, request);
    await mustStandAlone(tx, before);
    // In one order everywhere: two clerks who type in the same two people do not wait for each other for ever.
    for (const personId of personIds.toSorted()) await mustNotBeElsewhere(tx, personId, request);
    const concerned = (await peopleConcerned(tx, before)).filter((id) => !personIds.includes(id));
    await freeEverybody(tx, actor, before);
    await tellNotNeeded(tx, before, concerned);
    const visit = await writeVisit(tx, actor, before, request);
    for (const [at, personId] of personIds.entries())
      await assign(tx, actor, visit, personId, { leads: at === 0 }, request.from);
    const order = await orderById(tx, orderId);
    await move(tx, visitStates, visit, 'done', { by: actor, happenedAt: request.until });
    await move(tx, orderStates, order, 'done', { by: actor, happenedAt: request.until });
    await endAssignments(tx, actor, visit.id, 'served', { happenedAt: request.until });
    if (atHome(order.facts)) await noteFirstVisit(tx, visit.id);
    await askWhetherDone(tx, order, request);
    await emit(tx, orderDone, actor, { ...orderFacts(order), visitId: visit.id });
    await audit(tx, actor, {
      act: 'order.enter-visit',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { minutes: minutesOf(request), people: personIds.length },
    });
    return orderView(tx, actor, orderId);
  });
}

const minutesOf = ({ from, until }: PastVisit): number => Math.round((until.getTime() - from.getTime()) / 60_000);

const enterable: ReadonlySet<OrderRow['state']> = new Set(['accepted', 'dispatched', 'visit-failed']);

function mustBePossible(tx: Tx, order: OrderRow, request: PastVisit): void {
  if (!enterable.has(order.state)) refuse('WrongState', { noun: 'order', state: order.state, wanted: 'done' });
  whenHappened(tx, request.until);
  const minutes = minutesOf(request);
  if (minutes < 1) refuse('BadRequest', {}, [{ path: '/body/until', code: 'before_start' }]);
  if (minutes > 1_440) refuse('BadRequest', {}, [{ path: '/body/until', code: 'too_big', detail: { maximum: 1_440 } }]);
  if (request.from < order.happenedAt) refuse('BadRequest', {}, [{ path: '/body/from', code: 'before_order' }]);
}

// Nobody is in two places; of two clerks at once the second waits for the first.
async function mustNotBeElsewhere(tx: Tx, personId: string, { from, until }: PastVisit): Promise<void> {
  await lockVolunteer(tx, personId);
  const there = await tx.named(
    'volunteering.elsewhere-then',
    `select 1 from volunteering.assignments a join volunteering.visits v on v.county_id = a.county_id and v.id = a.visit_id
      where a.county_id = $1 and a.person_id = $2 and (a.state = 'served' and coalesce(v.checked_in_at, v.starts_at) < $4 and coalesce(v.checked_out_at, v.ends_at) > $3
          or a.state = 'assigned' and v.state = 'under-way' and v.checked_in_at < $4) limit 1`,
    [tx.countyId, personId, from, until],
  );
  if (there.length === 0) return;
  const name = (await displayNames(tx, [personId])).get(personId) ?? '';
  refuse('ElsewhereThen', { name }, [{ path: '/personIds', code: 'invalid_value' }]);
}

async function writeVisit(tx: Tx, actor: Actor, order: OrderRow, request: PastVisit): Promise<VisitRow> {
  const id = newId<'visit'>();
  await tx.named(
    'volunteering.enter-past-visit',
    `insert into volunteering.visits (county_id, id, order_id, state, starts_at, ends_at, made_at, changed_at, checked_in_at, check_in_entered_at, checked_out_at, check_out_entered_at, minutes_served, evidence, report, typed_in_by)
     values ($1, $2, $3, 'planned', $4, $5, $6, $6, $4, $6, $5, $6, $7, 'typed-in-later', $8, $9)`,
    [
      tx.countyId,
      id,
      order.id,
      request.from,
      request.until,
      tx.at,
      minutesOf(request),
      request.note,
      JSON.stringify(actorRow(actor)),
    ],
  );
  await begin(tx, visitStates, id, { by: actor, happenedAt: request.from });
  await setOrder(tx, order.id, { visit_id: id, taken_at: request.from });
  return visitById(tx, id);
}

// Whoever was asked, or had agreed to a visit that was still to come.
async function tellNotNeeded(tx: Tx, order: OrderRow, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await notify(tx, {
    personIds,
    kind: 'visit.not-needed',
    subjectId: order.id,
    href: '/console/phone/',
    dedupeKey: `not-needed ${order.id} ${tx.at.toISOString()}`,
  });
}

// They are asked now, not when it was: their time to answer begins when the desk knows of it.
async function askWhetherDone(tx: Tx, order: OrderRow, { until }: PastVisit): Promise<void> {
  const limits = await limitsFor(tx, order.serviceId, order.level);
  const dueAt = minutesAfter(tx.at, limits.confirmWithinMinutes);
  await settleReminders(tx, order.id);
  await remind(tx, order.id, 'confirm', dueAt);
  await setOrder(tx, order.id, { done_at: until, due_at: dueAt });
}
