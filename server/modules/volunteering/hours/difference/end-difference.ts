import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { hoursSettled } from '../../events.ts';
import type { OrderState } from '../../contract.ts';
import { orderForUpdate } from '../../order/order-queries.ts';
import type { OrderRow } from '../../order/order-queries.ts';
import { entriesOfVisit } from '../hour-queries.ts';
import { assignmentsOf } from '../../visit/visit-queries.ts';
import { ownMinutes, recordHours, writeHours } from '../record-hours.ts';
import { differenceById, differenceOf, evidenceOfEnd } from './difference-queries.ts';
import type { DifferenceRow } from './difference-queries.ts';

/** How a difference ends. */
interface End {
  readonly way: 'agreed' | 'decided';
  readonly minutes: number;
  readonly reason: string | null;
}

/** Whether it can still be answered or decided; its order is locked, so that of two at once one comes first. Refuses: AlreadyAnswered (409). */
export async function mustBeOpen(tx: Tx, difference: DifferenceRow): Promise<void> {
  await orderForUpdate(tx, difference.orderId);
  if ((await differenceById(tx, difference.id))?.way !== null) refuse('AlreadyAnswered');
}

/** Ends it, for ever, and writes the hours: agreed by both sides they are confirmed by both (witnessed), decided they are attested by the organiser. What was in the ledger already is taken back first. Hours of an order that nobody has confirmed yet wait for that; of a visit that was disputed and is made again they are written where somebody decides and the service takes the organiser's word, for nothing else will say that they count. */
export async function endDifference(tx: Tx, actor: Actor, difference: DifferenceRow, end: End): Promise<void> {
  await tx.named(
    'volunteering.end-difference',
    'insert into volunteering.hour_difference_ends (county_id, difference_id, way, minutes, reason, ended_by, ended_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, difference.id, end.way, end.minutes, end.reason, JSON.stringify(actorRow(actor)), tx.at],
  );
  await amend(tx, actor, difference, end);
  const order = await orderForUpdate(tx, difference.orderId);
  const { visitId, confirmed } = difference;
  const counts = end.way === 'decided' && takesWord(order) && isMadeAgain(order, visitId);
  if (counts || confirmed || (order.confirmedAt && order.visitId === visitId))
    await recordHours(tx, actor, { ...order, visitId }, { confirmedBy: 'desk' });
  await emit(tx, hoursSettled, actor, {
    differenceId: difference.id,
    orderId: difference.orderId,
    personIds: [...difference.servedIds],
  });
}

const stillAsked: ReadonlySet<OrderState> = new Set<OrderState>(['done', 'disputed', 'confirmed', 'rated', 'closed']);

const takesWord = ({ facts }: OrderRow): boolean => facts.evidenceRule === 'confirmed-or-attested';

// Another visit has taken its place, or is looked for.
const isMadeAgain = (order: OrderRow, visitId: string): boolean =>
  order.visitId !== visitId || !stillAsked.has(order.state);

/** A disputed visit is made again: where somebody decided before how long it was, that stands in the ledger as they said. The order is locked. */
export async function recordDecided(tx: Tx, actor: Actor, order: OrderRow): Promise<void> {
  if (takesWord(order) && (await differenceOf(tx, order.visitId))?.way === 'decided')
    await recordHours(tx, actor, order, { confirmedBy: 'desk' });
}

// Rated after the hours were written: they are amended as any other error is, by a reversal and a new entry.
async function amend(tx: Tx, actor: Actor, difference: DifferenceRow, end: End): Promise<void> {
  const people = new Map((await assignmentsOf(tx, [difference.visitId])).map((one) => [one.personId, one]));
  for (const entry of await entriesOfVisit(tx, difference.visitId)) {
    const own = people.get(entry.personId);
    const minutes = ownMinutes(own ?? { minutesServed: null }, end.minutes, true);
    if (entry.kind !== 'service' || entry.reversed || entry.minutes === minutes) continue;
    const { personId, orderId, visitId, serviceId, serviceVersion, placeId, unitId, evidence, happenedAt } = entry;
    const same = { personId, orderId, visitId, serviceId, serviceVersion, placeId, unitId, happenedAt };
    const { reason } = end;
    await writeHours(tx, actor, {
      ...same,
      kind: 'reversal',
      minutes: -entry.minutes,
      evidence,
      reverses: entry.id,
      reason,
    });
    if (minutes > 0)
      await writeHours(tx, actor, {
        ...same,
        kind: 'service',
        minutes,
        // What was somebody's own word alone stays that: the difference was about the visit, not about whether they were there.
        evidence: own?.minutesEvidence ?? (entry.typedInBy === null ? evidenceOfEnd(end.way) : evidence),
        reverses: null,
        reason,
      });
  }
}
