import type { Actor } from '#platform/actor';
import { atOrBelowSql, rangesFor } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { OrderQuery } from '../contract.ts';
import { midnightOf, nextMidnight, onTheWall } from '../county-day.ts';
import { goesSql } from '../visit/assignment-states.ts';
import { handledSql, stationsSql } from './handled-sql.ts';
import { keyedHash } from './keyed-hash.ts';
import { codeForm } from './order-code.ts';

/** Filters of a list; a page of it besides. */
export type OrderFilter = Omit<OrderQuery, 'cursor' | 'limit'>;

/** Which orders are meant: a condition over `o` with its values, and whether it speaks of `sv`, the version of the service, besides. */
interface Conditions {
  readonly where: string;
  readonly values: unknown[];
  readonly isNamed: boolean;
}

/** The orders that somebody may list, narrowed by the filters. `withState` false: of every state, for the numbers on the tabs. */
export async function orderConditions(
  tx: Tx,
  actor: Actor,
  filter: Partial<OrderFilter>,
  withState: boolean,
): Promise<Conditions> {
  const { ranges, units } = rangesFor(tx, actor, 'order.list');
  const me = actor.kind === 'person' ? actor.id : null;
  const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, me];
  const mine = `exists (select 1 from volunteering.assignments a where a.county_id = $1 and a.order_id = o.id and a.person_id = $5 and ${goesSql()})`;
  const parts = [
    'o.county_id = $1',
    filter.mine
      ? mine
      : // What another station referred to one of the asker's is listed there too.
        `(${handledSql()} or (o.state = 'referred' and o.referred_to = any(${stationsSql()})) or ${mine})`,
  ];
  const add = (sql: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  if (filter.placeId) parts.push(atOrBelowSql(tx, 'o.place_id', filter.placeId, values));
  if (filter.atPlaceId) add((p) => `o.place_id = ${p}::uuid`, filter.atPlaceId);
  if (withState && filter.state) add((p) => `o.state = any(${p}::text[])`, filter.state.split(','));
  if (filter.serviceId) add((p) => `o.service_id = ${p}::uuid`, filter.serviceId);
  if (filter.suspect !== undefined) add((p) => `o.suspect = ${p}`, filter.suspect);
  if (filter.toTakeOn) parts.push(toTakeOnSql(tx, actor, values));
  if (filter.overdue) add((p) => `o.due_at < ${p}`, tx.at);
  if (filter.since) add((p) => `o.entered_at > ${p}::timestamptz`, filter.since);
  if (filter.today) parts.push(visitTodaySql(tx, values));
  if (filter.code !== undefined) add((p) => `o.code_hash = ${p}`, await hashOf(tx, filter.code));
  if (filter.q) add((p) => `sv.facts->>'name' ilike '%' || ${p} || '%'`, filter.q.replace(/[\\%_]/g, '\\$&'));
  return { where: parts.join(' and '), values, isNamed: Boolean(filter.q) };
}

// Where the asker may take it on: whoever only audits a place sees there what was referred to it, and waits for nothing.
function toTakeOnSql(tx: Tx, actor: Actor, values: unknown[]): string {
  const { ranges, units } = rangesFor(tx, actor, 'order.take-on');
  const first = values.push(ranges.map(([lo]) => lo));
  values.push(ranges.map(([, hi]) => hi));
  return `o.referred_to = any(${stationsSql(first, values.push(units))}) and o.state = 'referred' and o.forgotten_at is null`;
}

/** Whether an order's visit is today. Its values are put behind those that are there. */
export function visitTodaySql(tx: Tx, values: unknown[]): string {
  const zone = tx.ctx.county.timeZone;
  values.push(midnightOf(onTheWall(tx.at, zone).day, zone), nextMidnight(tx.at, zone));
  return `o.visit_id in (select d.id from volunteering.visits d where d.county_id = $1 and d.starts_at >= $${values.length - 1} and d.starts_at < $${values.length} and d.state <> 'cancelled')`;
}

// A code with a slip in it finds nothing, as an unknown one does.
async function hashOf(tx: Tx, typed: string): Promise<string> {
  const code = codeForm(typed);
  return code ? keyedHash(tx, 'code', code) : '';
}
