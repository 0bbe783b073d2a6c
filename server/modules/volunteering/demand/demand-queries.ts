import type { Actor } from '#platform/actor';
import { atOrBelowSql, rangesFor } from '#platform/permits';
import type { Tx } from '#platform/transaction';
import type { OrderFigureQuery } from '../contract.ts';
import { handledSql } from '../order/handled-sql.ts';

/** What was asked for in one week at one place of one kind, in visits by one person each. */
export interface AskedRow {
  readonly week: string;
  readonly serviceId: string;
  readonly placeId: string;
  readonly asked: number;
  readonly met: number;
}

const met = `('taken', 'under-way', 'done', 'disputed', 'confirmed', 'rated', 'closed', 'helped')`;

/** Orders by week, kind and place from a Monday on, those of a machine and those merged into another left out. */
export async function askedSince(
  tx: Tx,
  actor: Actor,
  query: OrderFigureQuery,
  span: { from: string; until: string },
): Promise<AskedRow[]> {
  const { where, values } = ordersIn(tx, actor, query, span);
  const people = `(sv.facts->>'peopleNeeded')::int`;
  const answer = await tx.client.query<AskedRow>(
    `select to_char(date_trunc('week', o.happened_at at time zone $7), 'YYYY-MM-DD') as week, o.service_id as "serviceId", o.place_id as "placeId",
            sum(${people})::int as asked, coalesce(sum(${people}) filter (where o.state in ${met}), 0)::int as met
       from volunteering.orders o
       join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
      where ${where} group by 1, 2, 3`,
    values,
  );
  return answer.rows;
}

/** The steps of a distribution of times, in minutes: half an hour to a week. */
export const spanSteps = [30, 60, 120, 240, 480, 1_440, 2_880, 10_080] as const;

/** How many orders were answered, and for how many somebody was found, within each step; the last number is of those that took longer. */
export async function spansIn(
  tx: Tx,
  actor: Actor,
  query: OrderFigureQuery,
  span: { from: string; until: string },
): Promise<{ answered: number[]; arranged: number[] }> {
  const { where, values } = ordersIn(tx, actor, query, span);
  const steps = `$${values.push([...spanSteps])}::float8[]`;
  // Up to and with the step itself: of half an hour sharp one says that it was within half an hour.
  const bucket = (from: string, to: string): string =>
    `case when ${to} is not null then width_bucket((extract(epoch from ${to} - ${from}) / 60 - 0.0001)::float8, ${steps}) end`;
  const answer = await tx.client.query<{ kind: 'answered' | 'arranged'; step: number; count: number }>(
    `select k.kind, k.step, count(*)::int as count from volunteering.orders o,
       lateral (values ('answered', ${bucket('o.happened_at', 'o.answered_at')}), ('arranged', ${bucket('o.answered_at', 'o.taken_at')})) k(kind, step)
      where ${where} and k.step is not null group by 1, 2`,
    values,
  );
  const counts = (kind: 'answered' | 'arranged'): number[] =>
    Array.from(
      { length: spanSteps.length + 1 },
      (_, step) => answer.rows.find((row) => row.kind === kind && row.step === step)?.count ?? 0,
    );
  return { answered: counts('answered'), arranged: counts('arranged') };
}

function ordersIn(
  tx: Tx,
  actor: Actor,
  query: OrderFigureQuery,
  { from, until }: { from: string; until: string },
): { where: string; values: unknown[] } {
  const { ranges, units } = rangesFor(tx, actor, 'order.figures');
  const values: unknown[] = [
    tx.countyId,
    ranges.map(([lo]) => lo),
    ranges.map(([, hi]) => hi),
    units,
    from,
    until,
    tx.ctx.county.timeZone,
  ];
  const parts = [
    `o.county_id = $1 and not o.suspect and o.state <> 'merged'`,
    handledSql(),
    `o.happened_at >= $5::date::timestamp at time zone $7 and o.happened_at < ($6::date + 1)::timestamp at time zone $7`,
  ];
  if (query.placeId) parts.push(atOrBelowSql(tx, 'o.place_id', query.placeId, values));
  if (query.serviceId) parts.push(`o.service_id = $${values.push(query.serviceId)}`);
  return { where: parts.join(' and '), values };
}
