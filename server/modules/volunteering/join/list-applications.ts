import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { atOrBelowSql, mustSomewhere, rangesFor, withinSql } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { ApplicationLine, ApplicationQuery } from '../contract.ts';
import { applicationColumns, applicationLines, applicationTables } from './application-queries.ts';
import type { ApplicationRow } from './application-queries.ts';

/** Who wishes to join, at the asker's places and for teams they lead. */
export async function listApplications(
  ctx: Ctx,
  actor: Actor,
  query: ApplicationQuery,
): Promise<{ items: ApplicationLine[]; next: string | null; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'application.read');
    const { ranges } = rangesFor(tx, actor, 'application.read');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id];
    const parts = [
      'a.county_id = $1',
      `(${withinSql('a.place_id', 2)} or t.leader_id = $4)`,
      `a.verdict is ${query.state === 'waiting' ? '' : 'not '}null`,
    ];
    if (query.placeId) parts.push(atOrBelowSql(tx, 'a.place_id', query.placeId, values));
    if (query.teamId) parts.push(`a.team_id = $${values.push(query.teamId)}`);
    if (query.q) parts.push(`a.name ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`);
    const from = `${applicationTables} where ${parts.join(' and ')}`;
    const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values))
      .rows;
    const reached = query.cursor ? readCursorOf('timestamptz', query.cursor, 'cursor') : undefined;
    const [order, beyond] = query.sort === 'oldest' ? ['asc', '>'] : ['desc', '<'];
    const after = reached
      ? `(a.sent_at, a.id) ${beyond} ($${values.push(reached.value)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const { rows } = await tx.client.query<ApplicationRow>(
      `select ${applicationColumns} from ${from} and ${after} order by a.sent_at ${order}, a.id ${order} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const items = await applicationLines(tx, actor, rows.slice(0, query.limit));
    const last = items.at(-1);
    return {
      items,
      next: rows.length > query.limit && last ? cursorOf(last.sentAt, last.id) : null,
      total: count?.total ?? 0,
    };
  });
}
