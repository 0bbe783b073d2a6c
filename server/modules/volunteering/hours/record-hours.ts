import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { toBeSealed } from '#platform/audit';
import { canonicalHash } from '#platform/canonical';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { hoursRecorded } from '../events.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { assignmentsOf, visitById } from '../visit/visit-queries.ts';
import type { Assignment, VisitRow } from '../visit/visit-queries.ts';
import { differenceOf, evidenceOfEnd } from './difference/difference-queries.ts';

export type Evidence = 'witnessed' | 'device-timed' | 'organiser-attested' | 'typed-in-later';

/** An entry of the ledger before it is written. */
export interface HourEntry {
  readonly personId: string;
  readonly kind: 'service' | 'reversal';
  readonly minutes: number;
  readonly orderId: string;
  readonly visitId: string;
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly placeId: string;
  /** The unit that records (谁记录谁证明); null: the county's own centre. */
  readonly unitId: string | null;
  readonly evidence: Evidence;
  readonly reverses: string | null;
  readonly reason: string | null;
  readonly happenedAt: Date;
}

/** Writes the time of everybody who served in the order's visit, each their own, once for each (办法 art. 7, 11). */
export async function recordHours(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  how: { confirmedBy: 'resident' | 'desk' | 'organiser' },
): Promise<void> {
  if (!order.visitId) return;
  const visit = await visitById(tx, order.visitId);
  if (visit.state !== 'done' || visit.minutesServed === null) return;
  const difference = await differenceOf(tx, visit.id);
  // Both sides say different times: until that has ended nothing is written.
  if (difference && difference.way === null) return;
  const minutes = difference?.minutes ?? visit.minutesServed;
  if (minutes === 0) return;
  const evidence =
    difference?.way && how.confirmedBy !== 'organiser' && visit.typedInBy === null
      ? evidenceOfEnd(difference.way)
      : evidenceOf(visit, how.confirmedBy);
  for (const one of await assignmentsOf(tx, [visit.id])) {
    if (one.state !== 'served' || (await nextEntry(tx, visit.id, one.personId)) > 1) continue;
    const own = ownMinutes(one, minutes, difference !== undefined);
    if (own === 0) continue;
    await writeHours(tx, actor, {
      personId: one.personId,
      kind: 'service',
      minutes: own,
      orderId: order.id,
      visitId: visit.id,
      serviceId: order.serviceId,
      serviceVersion: order.serviceVersion,
      placeId: order.placeId,
      unitId: order.stationId,
      evidence: one.minutesEvidence ?? evidence,
      reverses: null,
      reason: null,
      happenedAt: beganAt(visit),
    });
  }
}

// An arrival after the end was stamped by a clock that was wrong, and this entry stands for ever.
const beganAt = ({ checkedInAt, checkedOutAt, startsAt }: VisitRow): Date =>
  checkedInAt && !(checkedOutAt && checkedInAt > checkedOutAt) ? checkedInAt : startsAt;

/** How long one of them was there, of a visit of so many minutes: their own time where they have one. Where both sides have agreed, or somebody decided, about the visit (`isSettled`), at most that. */
export const ownMinutes = (
  { minutesServed }: Pick<Assignment, 'minutesServed'>,
  minutes: number,
  isSettled: boolean,
): number => {
  if (minutesServed === null) return minutes;
  return isSettled ? Math.min(minutes, minutesServed) : minutesServed;
};

// What was typed in afterwards, unplanned, stays that, whoever confirms it: a second person signs.
// Witnessed: timed by the device of whoever came, and confirmed by whoever was helped. The organiser's word is another class, and says so.
function evidenceOf(visit: VisitRow, confirmedBy: 'resident' | 'desk' | 'organiser'): Evidence {
  if (visit.typedInBy !== null) return 'typed-in-later';
  if (confirmedBy === 'organiser') return 'organiser-attested';
  if (visit.evidence === 'device-timed' && confirmedBy === 'resident') return 'witnessed';
  return visit.evidence ?? 'typed-in-later';
}

const nextEntry = async (tx: Tx, visitId: string, personId: string): Promise<number> => {
  const [row] = await tx.named<{ entries: number }>(
    'volunteering.hour-entries',
    'select count(*)::int as entries from volunteering.hours where county_id = $1 and visit_id = $2 and person_id = $3',
    [tx.countyId, visitId, personId],
  );
  return (row?.entries ?? 0) + 1;
};

/** Writes an entry for ever and puts it on the chain of hours. */
export async function writeHours(tx: Tx, actor: Actor, entry: HourEntry): Promise<string> {
  const number = await nextEntry(tx, entry.visitId, entry.personId);
  const row = {
    ...entry,
    county: tx.ctx.county.ledgerNumber,
    id: newId<'hour'>(),
    entry: number,
    recordedBy: actorRow(actor),
    happenedAt: entry.happenedAt.toISOString(),
    enteredAt: tx.at.toISOString(),
  };
  const hash = hourRowHash({ ...row, unitId: row.unitId ?? undefined });
  await tx.named(
    'volunteering.write-hours',
    `insert into volunteering.hours (county_id, id, person_id, kind, minutes, order_id, visit_id, service_id, service_version, place_id, entry, evidence, reverses, reason, recorded_by, happened_at, entered_at, row_hash, unit_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      tx.countyId,
      row.id,
      entry.personId,
      entry.kind,
      entry.minutes,
      entry.orderId,
      entry.visitId,
      entry.serviceId,
      entry.serviceVersion,
      entry.placeId,
      number,
      entry.evidence,
      entry.reverses,
      entry.reason,
      JSON.stringify(row.recordedBy),
      entry.happenedAt,
      tx.at,
      hash,
      entry.unitId,
    ],
  );
  toBeSealed(tx, 'hours', row.id, hash);
  await emit(tx, hoursRecorded, actor, {
    hourId: row.id,
    personId: entry.personId,
    orderId: entry.orderId,
    minutes: entry.minutes,
    evidence: entry.evidence,
  });
  return row.id;
}

/** The fields that an entry's hash is over. Times as ISO texts; without a unit that field is left out, as it was before units were kept. */
export interface HashedHour {
  county: number;
  id: string;
  personId: string;
  kind: string;
  minutes: number;
  orderId: string;
  visitId: string;
  serviceId: string;
  serviceVersion: number;
  placeId: string;
  unitId?: string | undefined;
  entry: number;
  evidence: string;
  reverses: string | null;
  reason: string | null;
  recordedBy: unknown;
  happenedAt: string;
  enteredAt: string;
}

/** SHA-256 over the entry's RFC 8785 form. */
export const hourRowHash = (row: HashedHour): string => canonicalHash(row);
