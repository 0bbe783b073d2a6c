import type { Tag } from '#platform/i18n';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { goesSql } from '../visit/assignment-states.ts';
import type { OrderState, ServiceFacts, ServiceLevel, Urgency, Wish } from '../contract.ts';
import { codeForm } from './order-code.ts';
import { factsSql } from './facts-of-order.ts';
import { keyedHash } from './keyed-hash.ts';

/** An order as verbs and permission rules see it: no name, phone or address. Times in county time. */
export interface OrderRow {
  readonly id: string;
  readonly state: OrderState;
  readonly serviceId: string;
  readonly serviceVersion: number;
  readonly slug: string;
  /** Of the version under which it was placed. */
  readonly facts: ServiceFacts;
  readonly level: ServiceLevel;
  readonly placeId: string;
  readonly stationId: string | null;
  /** Where it is handled: its own place and that of its station, which lies elsewhere once it was taken on from there. */
  readonly placeIds: readonly string[];
  /** The station is the unit: grants may be narrowed to it. */
  readonly unitId: string | null;
  readonly channel: 'web' | 'phone' | 'desk' | 'paper' | 'kiosk';
  /** At which kiosk it was typed. */
  readonly kioskId: string | null;
  readonly orderedFor: 'self' | 'parent' | 'child' | 'neighbour' | 'other';
  /** When it was said that the person served agrees. */
  readonly servedAgreedAt: Date | null;
  readonly wishes: readonly Wish[];
  /** How many are to be helped at once. */
  readonly peopleServed: number;
  readonly urgency: Urgency;
  /** The triage says that nobody goes there alone; counted in `facts.peopleNeeded`. */
  readonly twoNeeded: boolean;
  readonly splitFrom: string | null;
  readonly seriesId: string | null;
  /** Of which round it is a stop. */
  readonly roundId: string | null;
  readonly language: 'zh-CN' | 'en';
  /** In which whoever ordered is written to: its language, or the further one in which it was ordered. */
  readonly tag: Tag;
  readonly suspect: boolean;
  readonly visitId: string | null;
  readonly mergedInto: string | null;
  readonly outcomeReason: string | null;
  readonly nextAddress: string | null;
  readonly referredTo: string | null;
  readonly dueAt: Date | null;
  readonly answeredAt: Date | null;
  readonly arrangedAt: Date | null;
  readonly takenAt: Date | null;
  readonly doneAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly disputedAt: Date | null;
  readonly endedAt: Date | null;
  readonly forgottenAt: Date | null;
  /** It was refused, and whoever ordered waits for the answer to their appeal. */
  readonly appealOpen: boolean;
  readonly reopened: number;
  readonly version: number;
  readonly takenDownBy: string | null;
  readonly happenedAt: Date;
  readonly enteredAt: Date;
  readonly changedAt: Date;
  /** Of the visit in work. */
  readonly visitStartsAt: Date | null;
  readonly visitEndsAt: Date | null;
  readonly visitState: string | null;
  /** Who is assigned to that visit, or has served in it, or went in vain. */
  readonly assignedIds: readonly string[];
}

/** SQL: the places at which the order `o` is handled. */
export const placeIdsSql = `array(select o.place_id::text union select st.place_id::text from stations.stations st where st.county_id = o.county_id and st.id = o.station_id)`;

/** Columns of an OrderRow, from `orderTables`. */
export const orderColumns = `o.id, o.state, o.service_id as "serviceId", o.service_version as "serviceVersion", s.slug, ${factsSql}, s.level, o.place_id as "placeId",
  ${placeIdsSql} as "placeIds", o.station_id as "stationId", o.station_id as "unitId", o.channel, o.kiosk_id as "kioskId", o.ordered_for as "orderedFor", o.served_agreed_at as "servedAgreedAt", o.wishes, o.people_served as "peopleServed", o.urgency, o.two_needed as "twoNeeded", o.split_from as "splitFrom", o.series_id as "seriesId", o.round_id as "roundId", o.language, coalesce(o.tag, o.language) as tag, o.suspect, o.visit_id as "visitId", o.merged_into as "mergedInto",
  o.outcome_reason as "outcomeReason", o.next_address as "nextAddress", o.referred_to as "referredTo", o.due_at as "dueAt", o.answered_at as "answeredAt", o.arranged_at as "arrangedAt",
  o.taken_at as "takenAt", o.done_at as "doneAt", o.confirmed_at as "confirmedAt", o.disputed_at as "disputedAt", o.ended_at as "endedAt", o.forgotten_at as "forgottenAt", o.reopened, o.version,
  o.taken_down_by as "takenDownBy", o.happened_at as "happenedAt", o.entered_at as "enteredAt", o.changed_at as "changedAt",
  v.starts_at as "visitStartsAt", v.ends_at as "visitEndsAt", v.state as "visitState",
  o.state = 'refused' and exists (select from volunteering.order_appeals p where p.county_id = o.county_id and p.order_id = o.id and p.answered_at is null) as "appealOpen",
  array(select a.person_id::text from volunteering.assignments a where a.county_id = o.county_id and a.visit_id = o.visit_id and ${goesSql()} order by a.leads desc, a.id) as "assignedIds"`;

/** The tables behind an OrderRow. */
export const orderTables = `volunteering.orders o
  join volunteering.services s on s.county_id = o.county_id and s.id = o.service_id
  join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
  left join volunteering.visits v on v.county_id = o.county_id and v.id = o.visit_id`;

/** The order, or 404. */
export async function orderById(tx: Tx, id: string): Promise<OrderRow> {
  const [row] = await tx.named<OrderRow>(
    'volunteering.order',
    `select ${orderColumns} from ${orderTables} where o.county_id = $1 and o.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Orders by id; unknown ones are left out. */
export async function ordersByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, OrderRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<OrderRow>(
    'volunteering.orders-by-ids',
    `select ${orderColumns} from ${orderTables} where o.county_id = $1 and o.id = any($2::uuid[])`,
    [tx.countyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The order, locked until the transaction ends, or 404. Every verb that touches an order, its offers or its visits locks it first: so two people at once are one after the other. */
export async function orderForUpdate(tx: Tx, id: string): Promise<OrderRow> {
  await tx.named(
    'volunteering.order-lock',
    'select id from volunteering.orders where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  return orderById(tx, id);
}

/** By the code as typed, or 404: a code with a slip in it and an unknown one answer alike. */
export async function orderByCode(tx: Tx, typed: string): Promise<{ order: OrderRow; code: string }> {
  const id = found(await orderIdByCode(tx, typed));
  return { order: await orderById(tx, id), code: found(codeForm(typed)) };
}

/** Which order has this code as typed, or undefined. */
export async function orderIdByCode(tx: Tx, typed: string): Promise<string | undefined> {
  const code = codeForm(typed);
  if (!code) return undefined;
  const [row] = await tx.named<{ id: string }>(
    'volunteering.order-by-code',
    'select id from volunteering.orders where county_id = $1 and code_hash = $2',
    [tx.countyId, await keyedHash(tx, 'code', code)],
  );
  return row?.id;
}

/** Sets columns of an order and counts its version up. Keys are column names of volunteering.orders, written by us alone. */
export async function setOrder(tx: Tx, id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(values);
  await tx.client.query(
    `update volunteering.orders set ${columns.map((column, at) => `${column} = $${at + 4}`).join(', ')}${columns.length > 0 ? ', ' : ''}version = version + 1, changed_at = $3 where county_id = $1 and id = $2`,
    [tx.countyId, id, tx.at, ...Object.values(values)],
  );
}

/** What every event of an order says. */
export const orderFacts = (
  order: Pick<OrderRow, 'id' | 'serviceId' | 'placeId' | 'stationId'>,
): { orderId: string; serviceId: string; placeId: string; stationId: string | null } => ({
  orderId: order.id,
  serviceId: order.serviceId,
  placeId: order.placeId,
  stationId: order.stationId,
});
