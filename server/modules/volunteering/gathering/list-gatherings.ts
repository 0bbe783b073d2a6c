import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { atOrBelowSql, mustSomewhere, rangesFor, withinSql } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { GatheringLine, GatheringQuery } from '../contract.ts';
import { gatheringColumns, gatheringLines, gatheringTables } from './gathering-queries.ts';
import type { Gathering } from './gathering-queries.ts';

const isGuest =
  'exists (select 1 from volunteering.gathering_guests p where p.county_id = g.county_id and p.gathering_id = g.id and p.person_id = $4)';

/** Trainings and meetings at the asker's places, of teams they lead, and those to which they are invited: those nearest to today first, or last. */
export async function listGatherings(
  ctx: Ctx,
  actor: Actor,
  query: GatheringQuery,
): Promise<{ items: GatheringLine[]; next: string | null; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'gathering.list');
    const { ranges } = rangesFor(tx, actor, 'gathering.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id];
    const [direction, beyond] = (query.when === 'coming') === (query.sort === 'near') ? ['asc', '>'] : ['desc', '<'];
    const parts = [
      'g.county_id = $1',
      `(${withinSql('g.place_id', 2)} or t.leader_id = $4 or ${isGuest})`,
      `g.ends_at ${query.when === 'coming' ? '>=' : '<'} $${values.push(tx.at)}`,
    ];
    if (query.mine) parts.push(isGuest);
    if (query.kind) parts.push(`g.kind = $${values.push(query.kind)}`);
    if (query.placeId) parts.push(atOrBelowSql(tx, 'g.place_id', query.placeId, values));
    if (query.q) parts.push(`g.topic ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`);
    const from = `${gatheringTables} where ${parts.join(' and ')}`;
    const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values))
      .rows;
    const reached = query.cursor ? readCursorOf('timestamptz', query.cursor, 'cursor') : undefined;
    const after = reached
      ? `(g.starts_at, g.id) ${beyond} ($${values.push(reached.value)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const { rows } = await tx.client.query<Gathering>(
      `select ${gatheringColumns} from ${from} and ${after} order by g.starts_at ${direction}, g.id ${direction} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const items = await gatheringLines(tx, actor, rows.slice(0, query.limit));
    const last = items.at(-1);
    return {
      items,
      next: rows.length > query.limit && last ? cursorOf(last.startsAt, last.id) : null,
      total: count?.total ?? 0,
    };
  });
}
