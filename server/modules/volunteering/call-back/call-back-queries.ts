import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { atOrBelowSql, may, mustSomewhere, rangesFor } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CallBackLine, CallBackQuery } from '../contract.ts';
import { maySeeContact } from '../permissions.ts';
import { handledSql } from '../order/handled-sql.ts';
import { handlersOf } from '../order/handlers.ts';
import { ordersByIds, placeIdsSql } from '../order/order-queries.ts';

/** A call-back as verbs and rules see it. */
export interface CallBackRow extends Pick<CallBackLine, 'id' | 'orderId' | 'service' | 'tries' | 'result'> {
  readonly placeId: string;
  /** Where its order is handled. */
  readonly placeIds: readonly string[];
  readonly stationId: string | null;
  readonly unitId: string | null;
  readonly visitId: string;
  readonly callerId: string | null;
  readonly visitedAt: Date;
  readonly calledAt: Date | null;
}

const columns = `c.id, c.order_id as "orderId", c.visit_id as "visitId", c.caller_id as "callerId", c.tries, c.result, c.called_at as "calledAt", o.place_id as "placeId", ${placeIdsSql} as "placeIds", o.station_id as "stationId", o.station_id as "unitId",
  sv.facts -> 'name' as service, coalesce(v.checked_out_at, v.ends_at) as "visitedAt"`;
const tables = `volunteering.call_backs c join volunteering.orders o on o.county_id = c.county_id and o.id = c.order_id
  join volunteering.visits v on v.county_id = c.county_id and v.id = c.visit_id
  join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version`;

/** Call-backs of orders that are handled where the asker may see them, and those that are given to them wherever that is, to be made or made, those first whose visit was first. */
export async function listCallBacks(
  ctx: Ctx,
  actor: Actor,
  query: CallBackQuery,
): Promise<{ items: CallBackLine[]; next: string | null; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'call-back.list');
    const { ranges, units } = rangesFor(tx, actor, 'call-back.list');
    const me = actor.kind === 'person' ? actor.id : null;
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), me, units];
    const parts = [
      `c.county_id = $1 and (${handledSql('o', 2, 5)} or c.caller_id = $4) and c.result is ${query.state === 'open' ? '' : 'not '}null`,
    ];
    if (query.mine) parts.push('c.caller_id = $4');
    if (query.placeId) parts.push(atOrBelowSql(tx, 'o.place_id', query.placeId, values));
    if (query.q)
      parts.push(
        `sv.facts -> 'name' ->> 'zh-CN' ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`,
      );
    const from = `${tables} where ${parts.join(' and ')}`;
    const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values))
      .rows;
    const [order, beyond] = query.sort === 'oldest' ? ['asc', '>'] : ['desc', '<'];
    const reached = query.cursor ? readCursorOf('timestamptz', query.cursor, 'cursor') : undefined;
    const after = reached
      ? `(coalesce(v.checked_out_at, v.ends_at), c.id) ${beyond} ($${values.push(reached.value)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const { rows } = await tx.client.query<CallBackRow>(
      `select ${columns} from ${from} and ${after} order by coalesce(v.checked_out_at, v.ends_at) ${order}, c.id ${order} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const items = await callBackLines(tx, actor, rows.slice(0, query.limit));
    const last = items.at(-1);
    return {
      items,
      next: rows.length > query.limit && last ? cursorOf(last.visitedAt, last.id) : null,
      total: count?.total ?? 0,
    };
  });
}

/** As lists show them. */
export async function callBackLines(tx: Tx, actor: Actor, rows: readonly CallBackRow[]): Promise<CallBackLine[]> {
  const names = await displayNames(
    tx,
    rows.flatMap((row) => row.callerId ?? []),
  );
  const unrung = await callerGone(
    tx,
    rows.filter((row) => may(tx, actor, 'call-back.give', row)),
  );
  return rows.map(({ id, orderId, service, tries, result, ...row }) => ({
    id,
    orderId,
    service,
    tries,
    result,
    place: placeLine(placeOrRefuse(tx, row.placeId)),
    visitedAt: row.visitedAt.toISOString(),
    callerName: row.callerId ? (names.get(row.callerId) ?? '') : null,
    mine: row.callerId === actor.id,
    calledAt: row.calledAt?.toISOString() ?? null,
    abilities: unrung.has(id) ? ['call-back.give'] : [],
  }));
}

// Of those to be made, which nobody can: given to nobody, or to somebody who does not handle orders there any more.
async function callerGone(tx: Tx, rows: readonly CallBackRow[]): Promise<Set<string>> {
  const handlers = new Map<string, string[]>();
  const gone = new Set<string>();
  for (const row of rows) {
    if (row.result) continue;
    const where = `${row.placeId} ${row.stationId}`;
    const there = handlers.get(where) ?? (await handlersOf(tx, row));
    handlers.set(where, there);
    if (!row.callerId || !there.includes(row.callerId)) gone.add(row.id);
  }
  return gone;
}

/** One of them, or 404. */
export async function callBackById(tx: Tx, id: string): Promise<CallBackRow> {
  const [row] = await tx.named<CallBackRow>(
    'volunteering.call-back',
    `select ${columns} from ${tables} where c.county_id = $1 and c.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The sheet of whoever rings: their open call-backs with name and phone, to print or to ring from. Each row is a look at that order, and is written down; those whose order is over meanwhile are left out. */
export async function callBackSheet(
  ctx: Ctx,
  actor: Actor,
): Promise<{ items: (CallBackLine & { name: string; phone: string })[]; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'call-back.list');
    const rows = await tx.named<CallBackRow & { name: string; phone: string }>(
      'volunteering.call-back-sheet',
      `select ${columns}, k.name, k.phone from ${tables} join volunteering.order_contacts k on k.county_id = o.county_id and k.order_id = o.id and k.position = 1
        where c.county_id = $1 and c.caller_id = $2 and c.result is null order by c.id limit 100`,
      [tx.countyId, actor.id],
    );
    const orders = await ordersByIds(
      tx,
      rows.map((row) => row.orderId),
    );
    const mine = rows.filter((row) => {
      const order = orders.get(row.orderId);
      return order !== undefined && maySeeContact(tx, actor, order);
    });
    for (const row of mine)
      await audit(tx, actor, {
        act: 'order.see-address',
        noun: 'order',
        subjectId: row.orderId,
        placeId: row.placeId,
        detail: { what: 'call-back' },
      });
    const lines = await callBackLines(tx, actor, mine);
    const items = lines.map((line, at) => ({
      ...line,
      name: mine[at]?.name ?? '',
      phone: mine[at]?.phone ?? '',
    }));
    return { items, total: items.length };
  });
}
