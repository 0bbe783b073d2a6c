import { displayNames, personsByIds } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { atOrBelowSql, mustSomewhere, rangesFor } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { AlarmLine, AlarmQuery } from '../contract.ts';
import { handledSql } from '../order/handled-sql.ts';
import { goesSql } from './assignment-states.ts';

interface Row extends Pick<AlarmLine, 'id' | 'kind' | 'orderId' | 'service' | 'endedHow'> {
  readonly placeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly raisedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly told: readonly string[];
  readonly goes: readonly string[];
}

const columns = `l.id, l.kind, o.id as "orderId", sv.facts -> 'name' as service, o.place_id as "placeId", v.starts_at as "startsAt", v.ends_at as "endsAt", l.raised_at as "raisedAt",
  l.ended_at as "endedAt", l.ended_how as "endedHow", l.ended_by as "endedBy", l.told,
  array(select a.person_id::text from volunteering.assignments a where a.county_id = v.county_id and a.visit_id = v.id and ${goesSql()} order by a.leads desc, a.id) as goes`;
const tables = `volunteering.visit_alarms l join volunteering.visits v on v.county_id = l.county_id and v.id = l.visit_id
  join volunteering.orders o on o.county_id = v.county_id and o.id = v.order_id
  join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version`;

/** The call list: who is missed at the asker's places, the longest first; or those that are over. */
export const listAlarms = (
  ctx: Ctx,
  actor: Actor,
  query: AlarmQuery,
): Promise<{ items: AlarmLine[]; next: string | null; total: number }> =>
  ctx.transaction((tx) => alarmsFor(tx, actor, query));

/** As `listAlarms`, in a transaction that is open. */
export async function alarmsFor(
  tx: Tx,
  actor: Actor,
  query: AlarmQuery,
): Promise<{ items: AlarmLine[]; next: string | null; total: number }> {
  mustSomewhere(tx, actor, 'visit.end-alarm');
  const { ranges, units } = rangesFor(tx, actor, 'visit.end-alarm');
  const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units];
  const parts = [`l.county_id = $1 and ${handledSql()}`, `l.ended_at is ${query.state === 'open' ? '' : 'not '}null`];
  if (query.placeId) parts.push(atOrBelowSql(tx, 'o.place_id', query.placeId, values));
  if (query.kind) parts.push(`l.kind = $${values.push(query.kind)}`);
  if (query.q)
    parts.push(
      `sv.facts -> 'name' ->> 'zh-CN' ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`,
    );
  const from = `${tables} where ${parts.join(' and ')}`;
  const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values)).rows;
  const [order, beyond] = query.sort === 'oldest' ? ['asc', '>'] : ['desc', '<'];
  const reached = query.cursor ? readCursorOf('timestamptz', query.cursor, 'cursor') : undefined;
  const after = reached
    ? `(l.raised_at, l.id) ${beyond} ($${values.push(reached.value)}::timestamptz, $${values.push(reached.id)}::uuid)`
    : 'true';
  const { rows } = await tx.client.query<Row>(
    `select ${columns} from ${from} and ${after} order by l.raised_at ${order}, l.id ${order} limit $${values.push(query.limit + 1)}`,
    values,
  );
  const items = await lines(tx, rows.slice(0, query.limit));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > query.limit && last ? cursorOf(last.raisedAt, last.id) : null,
    total: count?.total ?? 0,
  };
}

/** One of them, or 404. */
export async function alarmLineOf(tx: Tx, id: string): Promise<AlarmLine> {
  const { rows } = await tx.client.query<Row>(`select ${columns} from ${tables} where l.county_id = $1 and l.id = $2`, [
    tx.countyId,
    id,
  ]);
  return found((await lines(tx, rows))[0]);
}

async function lines(tx: Tx, rows: readonly Row[]): Promise<AlarmLine[]> {
  const names = await displayNames(
    tx,
    rows.flatMap((row) => [...row.goes, ...row.told, ...(row.endedBy ? [row.endedBy] : [])]),
  );
  const persons = await personsByIds(
    tx,
    rows.flatMap((row) => row.goes),
  );
  const nameOf = (id: string): string => names.get(id) ?? '';
  return rows.map(({ placeId, goes, told, endedBy, ...row }) => ({
    ...row,
    place: placeLine(placeOrRefuse(tx, placeId)),
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    raisedAt: row.raisedAt.toISOString(),
    helpers: goes.map((id) => ({ name: nameOf(id), phone: persons.get(id)?.phone ?? null })),
    toldNames: told.map(nameOf),
    endedAt: row.endedAt?.toISOString() ?? null,
    endedByName: endedBy ? nameOf(endedBy) : null,
  }));
}
