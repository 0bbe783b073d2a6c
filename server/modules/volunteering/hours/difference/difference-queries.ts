import type { Tx } from '#platform/transaction';
import { placeIdsSql } from '../../order/order-queries.ts';
import { reversedSql } from '../counts.ts';
import type { Evidence } from '../record-hours.ts';

/** Two versions of how long a visit took, and how it ended where it has (`way` null: open). */
export interface DifferenceRow {
  readonly id: string;
  readonly orderId: string;
  readonly visitId: string;
  readonly placeId: string;
  /** Where the order is handled: its own place and that of its station. */
  readonly placeIds: readonly string[];
  readonly unitId: string | null;
  readonly recordedMinutes: number;
  readonly recordedEvidence: Evidence;
  readonly saidMinutes: number;
  /** They said at the same time that it was done. */
  readonly confirmed: boolean;
  readonly saidTo: 'page' | 'desk';
  readonly enteredBy: { kind: string; id: string };
  readonly saidAt: Date;
  readonly dueAt: Date;
  readonly way: 'agreed' | 'decided' | null;
  readonly minutes: number | null;
  readonly reason: string | null;
  readonly endedAt: Date | null;
  /** The class in which hours of the visit stand in the ledger; null: none do. */
  readonly inLedger: Evidence | null;
  /** Who served: their version it is. */
  readonly servedIds: readonly string[];
}

/** Columns of a DifferenceRow, from `differenceTables`. */
export const differenceColumns = `d.id, d.order_id as "orderId", d.visit_id as "visitId", o.place_id as "placeId", ${placeIdsSql} as "placeIds", o.station_id as "unitId", d.recorded_minutes as "recordedMinutes", d.recorded_evidence as "recordedEvidence",
  d.said_minutes as "saidMinutes", d.confirmed, d.said_to as "saidTo", d.entered_by as "enteredBy", d.said_at as "saidAt", d.due_at as "dueAt", e.way, e.minutes, e.reason, e.ended_at as "endedAt",
  (select h.evidence from volunteering.hours h where h.county_id = d.county_id and h.visit_id = d.visit_id and h.kind = 'service' and not ${reversedSql} order by h.entry limit 1) as "inLedger",
  array(select a.person_id::text from volunteering.assignments a where a.county_id = d.county_id and a.visit_id = d.visit_id and a.state = 'served' order by a.leads desc, a.id) as "servedIds"`;

/** The tables behind it. */
export const differenceTables = `volunteering.hour_differences d
  join volunteering.orders o on o.county_id = d.county_id and o.id = d.order_id
  left join volunteering.hour_difference_ends e on e.county_id = d.county_id and e.difference_id = d.id`;

/** By its id; undefined where there is none. */
export async function differenceById(tx: Tx, id: string): Promise<DifferenceRow | undefined> {
  const [row] = await tx.named<DifferenceRow>(
    'volunteering.difference',
    `select ${differenceColumns} from ${differenceTables} where d.county_id = $1 and d.id = $2`,
    [tx.countyId, id],
  );
  return row;
}

/** That of a visit; undefined where both sides say the same, or one says nothing. */
export async function differenceOf(tx: Tx, visitId: string | null): Promise<DifferenceRow | undefined> {
  if (visitId === null) return undefined;
  const [row] = await tx.named<DifferenceRow>(
    'volunteering.difference-of',
    `select ${differenceColumns} from ${differenceTables} where d.county_id = $1 and d.visit_id = $2`,
    [tx.countyId, visitId],
  );
  return row;
}

/** What a volunteer said to it. */
export interface DifferenceAnswerRow {
  readonly personId: string;
  readonly agrees: boolean;
  readonly said: string;
  readonly answeredAt: Date;
}

/** What those who served said to it, oldest first, by difference. */
export async function answersTo(tx: Tx, ids: readonly string[]): Promise<Map<string, DifferenceAnswerRow[]>> {
  const rows = await tx.named<DifferenceAnswerRow & { differenceId: string }>(
    'volunteering.difference-answers',
    `select difference_id as "differenceId", person_id as "personId", agrees, said, answered_at as "answeredAt" from volunteering.hour_difference_answers
      where county_id = $1 and difference_id = any($2::uuid[]) order by answered_at, person_id`,
    [tx.countyId, ids],
  );
  return Map.groupBy(rows, (row) => row.differenceId);
}

/** How well hours are proven after both sides said different times: both agree now, or the organiser's word stands. */
export const evidenceOfEnd = (way: 'agreed' | 'decided'): Evidence =>
  way === 'agreed' ? 'witnessed' : 'organiser-attested';
