import type { Actor } from '#platform/actor';
import { atOrBelowSql, rangesFor, withinSql } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderLine, OrderQuery } from '../contract.ts';
import { keyedHash } from './county-secret.ts';
import { codeForm } from './order-code.ts';
import { orderColumns, orderTables } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderLines } from './order-view.ts';
import { priorityOf, prioritySql } from './priority.ts';
import { waitsForPeople } from './states.ts';

/** Filters of a list; a page of it besides. */
export type OrderFilter = Omit<OrderQuery, 'cursor' | 'limit'>;

/** Orders the asker may see, with how many there are in each state. Sorted by due time, newest or oldest first; keyset paging. */
export async function listOrders(
  ctx: Ctx,
  actor: Actor,
  query: OrderQuery,
): Promise<{ items: OrderLine[]; next: string | null; total: number; counts: Record<string, number> }> {
  return ctx.transaction(async (tx) => {
    const counts = await countByState(tx, actor, query);
    const rows = await ordersMatching(tx, actor, query, { limit: query.limit + 1, cursor: query.cursor });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const wanted = query.state?.split(',');
    const total = Object.entries(counts)
      .filter(([state]) => wanted?.includes(state) ?? true)
      .reduce((sum, [, count]) => sum + count, 0);
    return {
      items: await orderLines(tx, actor, shown),
      next: rows.length > query.limit && last ? cursorAt(tx, query, last) : null,
      total,
      counts,
    };
  });
}

/** The rows of a list, for screens and for export. */
export async function ordersMatching(
  tx: Tx,
  actor: Actor,
  filter: OrderFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<OrderRow[]> {
  const { where, values } = await conditions(tx, actor, filter, true);
  const sort =
    filter.sort === 'priority' ? byPriority(tx, page.cursor, values) : byTime(filter.sort, page.cursor, values);
  values.push(page.limit);
  const answer = await tx.client.query(
    `select ${orderColumns} from ${orderTables} where ${where} and ${sort.after} order by ${sort.order} limit $${values.length}`,
    values,
  );
  return answer.rows as OrderRow[];
}

const dueKey = `coalesce(o.due_at, 'infinity'::timestamptz)`;
const orderBy = {
  due: `${dueKey}, o.id`,
  newest: 'o.happened_at desc, o.id desc',
  oldest: 'o.happened_at, o.id',
} as const;

interface Sorted {
  after: string;
  order: string;
}

const byTime = (sort: keyof typeof orderBy, cursor: string | undefined, values: unknown[]): Sorted => ({
  after: cursor ? afterCursor(sort, cursor, values) : 'true',
  order: orderBy[sort],
});

// Points grow with the hours: the further pages are read at the moment of the first one, which their cursor carries.
function byPriority(tx: Tx, cursor: string | undefined, values: unknown[]): Sorted {
  const [moment = '', points = '', id = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('|');
  if (cursor && (Number.isNaN(Date.parse(moment)) || !/^(?:-1|\d{1,4})$/.test(points) || !isId(id))) badCursor();
  values.push(cursor ? moment : tx.at);
  const key = `(${prioritySql(`$${values.length}`)})`;
  if (!cursor) return { after: 'true', order: `${key} desc, o.id` };
  values.push(points, id);
  const [pointsAt, idAt] = [`$${values.length - 1}::int`, `$${values.length}::uuid`];
  return { after: `(${key} < ${pointsAt} or (${key} = ${pointsAt} and o.id > ${idAt}))`, order: `${key} desc, o.id` };
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);
const badCursor = (): never =>
  refuse('BadRequest', {}, [{ path: '/query/cursor', code: 'invalid_format', detail: { expected: 'cursor' } }]);

async function countByState(tx: Tx, actor: Actor, filter: OrderFilter): Promise<Record<string, number>> {
  const { where, values } = await conditions(tx, actor, filter, false);
  const answer = await tx.client.query<{ state: string; count: number }>(
    `select o.state, count(*)::int as count from ${orderTables} where ${where} group by o.state`,
    values,
  );
  return Object.fromEntries(answer.rows.map((row) => [row.state, row.count]));
}

async function conditions(
  tx: Tx,
  actor: Actor,
  filter: OrderFilter,
  withState: boolean,
): Promise<{ where: string; values: unknown[] }> {
  const { ranges, units } = rangesFor(tx, actor, 'order.list');
  const me = actor.kind === 'person' ? actor.id : null;
  const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units, me];
  const mine = `exists (select 1 from volunteering.assignments a where a.county_id = $1 and a.order_id = o.id and a.person_id = $5 and a.state in ('assigned', 'served'))`;
  const parts = [
    'o.county_id = $1',
    filter.mine ? mine : `(${withinSql('o.place_id', 2)} or o.station_id = any($4::uuid[]) or ${mine})`,
  ];
  const add = (sql: (parameter: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  if (filter.placeId) parts.push(atOrBelowSql(tx, 'o.place_id', filter.placeId, values));
  if (withState && filter.state) add((p) => `o.state = any(${p}::text[])`, filter.state.split(','));
  if (filter.serviceId) add((p) => `o.service_id = ${p}::uuid`, filter.serviceId);
  if (filter.suspect !== undefined) add((p) => `o.suspect = ${p}`, filter.suspect);
  if (filter.overdue) add((p) => `o.due_at < ${p}`, tx.at);
  if (filter.code !== undefined) add((p) => `o.code_hash = ${p}`, await hashOf(tx, filter.code));
  if (filter.q) add((p) => `sv.facts->>'name' ilike '%' || ${p} || '%'`, filter.q.replace(/[\\%_]/g, '\\$&'));
  return { where: parts.join(' and '), values };
}

// A code with a slip in it finds nothing, as an unknown one does.
async function hashOf(tx: Tx, typed: string): Promise<string> {
  const code = codeForm(typed);
  return code ? keyedHash(tx, 'code', code) : '';
}

const cursorAt = (tx: Tx, query: OrderQuery, row: OrderRow): string =>
  query.sort === 'priority' ? priorityCursor(tx, query.cursor, row) : timeCursor(query.sort, row);

function priorityCursor(tx: Tx, before: string | undefined, row: OrderRow): string {
  const [moment = ''] = Buffer.from(before ?? '', 'base64url')
    .toString()
    .split('|');
  const at = before ? new Date(moment) : tx.at;
  return Buffer.from(
    `${at.toISOString()}|${waitsForPeople.has(row.state) ? priorityOf(row, at).points : -1}|${row.id}`,
  ).toString('base64url');
}

const timeCursor = (sort: keyof typeof orderBy, row: OrderRow): string =>
  Buffer.from(`${(sort === 'due' ? row.dueAt?.toISOString() : row.happenedAt.toISOString()) ?? ''}|${row.id}`).toString(
    'base64url',
  );

function afterCursor(sort: keyof typeof orderBy, cursor: string, values: unknown[]): string {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  const read = time === '' ? 'infinity' : time;
  if ((read !== 'infinity' && Number.isNaN(Date.parse(read))) || !isId(id)) badCursor();
  values.push(read, id);
  const [key, sign] = sort === 'due' ? [dueKey, '>'] : ['o.happened_at', sort === 'newest' ? '<' : '>'];
  // Cursors carry milliseconds: our rows' times do too, as they come from the app.
  return `(${key}, o.id) ${sign} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`;
}
