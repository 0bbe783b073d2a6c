import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { placeIdsSql } from '../order/order-queries.ts';
import type { VisitState } from '../order/states.ts';
import { goesSql } from './assignment-states.ts';
import type { AssignmentState } from './assignment-states.ts';

/** A visit as verbs and rules see it. */
export interface VisitRow {
  readonly id: string;
  readonly state: VisitState;
  readonly orderId: string;
  readonly placeId: string;
  /** As of the order. */
  readonly placeIds: readonly string[];
  readonly unitId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly checkedInAt: Date | null;
  readonly checkInEnteredAt: Date | null;
  readonly checkInProof: 'word' | 'code' | 'near' | 'keeper' | 'wrong' | null;
  readonly checkedOutAt: Date | null;
  readonly checkOutEnteredAt: Date | null;
  readonly minutesServed: number | null;
  readonly evidence: 'witnessed' | 'device-timed' | 'organiser-attested' | 'typed-in-later' | null;
  readonly report: string | null;
  /** Who typed in afterwards that it took place, unplanned; null: it was planned. */
  readonly typedInBy: string | null;
  /** Who goes, or went, also in vain. */
  readonly assignedIds: readonly string[];
  /** Of whom another said that they did not come. */
  readonly absentIds: readonly string[];
  /** Who said themselves that they had arrived. */
  readonly arrivedIds: readonly string[];
  /** Whose hours of it stand in the ledger. */
  readonly recordedIds: readonly string[];
}

/** Who goes, or went. */
export interface Assignment {
  readonly id: string;
  readonly visitId: string;
  readonly personId: string;
  readonly leads: boolean;
  /** To learn, beside those who are needed. */
  readonly comesAlong: boolean;
  readonly state: AssignmentState;
  readonly arrivedAt: Date | null;
  /** Their own time; null: as long as the visit. */
  readonly minutesServed: number | null;
  /** Where their own word goes beyond that of who ended the visit. */
  readonly minutesEvidence: 'typed-in-later' | null;
  readonly minutesSaidAt: Date | null;
}

const columns = `v.id, v.state, v.order_id as "orderId", o.place_id as "placeId", o.station_id as "unitId", ${placeIdsSql} as "placeIds", v.starts_at as "startsAt", v.ends_at as "endsAt", v.checked_in_at as "checkedInAt",
  v.check_in_entered_at as "checkInEnteredAt", v.check_in_proof as "checkInProof", v.checked_out_at as "checkedOutAt", v.check_out_entered_at as "checkOutEnteredAt", v.minutes_served as "minutesServed", v.evidence, v.report, v.typed_in_by ->> 'id' as "typedInBy",
  array(select a.person_id::text from volunteering.assignments a where a.county_id = v.county_id and a.visit_id = v.id and ${goesSql()} order by a.leads desc, a.id) as "assignedIds",
  array(select a.person_id::text from volunteering.assignments a where a.county_id = v.county_id and a.visit_id = v.id and a.state = 'absent' order by a.id) as "absentIds",
  array(select a.person_id::text from volunteering.assignments a where a.county_id = v.county_id and a.visit_id = v.id and a.arrived_at is not null order by a.id) as "arrivedIds",
  array(select distinct h.person_id::text from volunteering.hours h where h.county_id = v.county_id and h.visit_id = v.id) as "recordedIds"`;
const tables = 'volunteering.visits v join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id';

/** The visit, or 404. Lock its order first. */
export async function visitById(tx: Tx, id: string): Promise<VisitRow> {
  const [row] = await tx.named<VisitRow>(
    'volunteering.visit',
    `select ${columns} from ${tables} where v.county_id = $1 and v.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** All visits of an order, oldest first. */
export const visitsOfOrder = (tx: Tx, orderId: string): Promise<VisitRow[]> =>
  tx.named<VisitRow>(
    'volunteering.visits-of',
    `select ${columns} from ${tables} where v.county_id = $1 and v.order_id = $2 order by v.id`,
    [tx.countyId, orderId],
  );

/** Everybody ever assigned to a visit, the leader first. */
export const assignmentsOf = (tx: Tx, visitIds: readonly string[]): Promise<Assignment[]> =>
  tx.named<Assignment>(
    'volunteering.assignments-of',
    'select id, visit_id as "visitId", person_id as "personId", leads, comes_along as "comesAlong", state, arrived_at as "arrivedAt", minutes_served as "minutesServed", minutes_evidence as "minutesEvidence", minutes_said_at as "minutesSaidAt" from volunteering.assignments where county_id = $1 and visit_id = any($2::uuid[]) order by leads desc, id',
    [tx.countyId, visitIds],
  );
