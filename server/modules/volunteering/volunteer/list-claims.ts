import type { Actor } from '#platform/actor';
import { cursorOf, readCursorOf } from '#platform/keyset';
import { atOrBelowSql, mustSomewhere, rangesFor, withinSql } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { ClaimLine, ClaimQuery } from '../contract.ts';
import { claimColumns, claimLines } from './claim-queries.ts';
import type { ClaimRow } from './claim-queries.ts';

/** Papers that wait, or were looked at, of volunteers at the asker's places; those whose time ends first at the top. */
export async function listClaims(
  ctx: Ctx,
  actor: Actor,
  query: ClaimQuery,
): Promise<{ items: ClaimLine[]; next: string | null; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'volunteer.write');
    const { ranges } = rangesFor(tx, actor, 'volunteer.write');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi)];
    const parts = [
      'c.county_id = $1',
      `c.verdict is ${query.state === 'waiting' ? '' : 'not '}null`,
      withinSql('v.home_place_id', 2),
    ];
    if (query.placeId) parts.push(atOrBelowSql(tx, 'v.home_place_id', query.placeId, values));
    if (query.licence) parts.push(`c.licence = $${values.push(query.licence)}`);
    if (query.q) parts.push(`p.display_name ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%'`);
    const from = `volunteering.licence_claims c join volunteering.volunteers v on v.county_id = c.county_id and v.person_id = c.person_id
      join people.persons p on p.county_id = c.county_id and p.id = c.person_id where ${parts.join(' and ')}`;
    const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values))
      .rows;
    const reached = query.cursor ? readCursorOf('timestamptz', query.cursor, 'cursor') : undefined;
    const [column, order, beyond] = query.sort === 'due' ? ['c.check_by', 'asc', '>'] : ['c.claimed_at', 'desc', '<'];
    const after = reached
      ? `(${column}, c.id) ${beyond} ($${values.push(reached.value)}::timestamptz, $${values.push(reached.id)}::uuid)`
      : 'true';
    const { rows } = await tx.client.query<ClaimRow>(
      `select ${claimColumns} from ${from} and ${after} order by ${column} ${order}, c.id ${order} limit $${values.push(query.limit + 1)}`,
      values,
    );
    const items = await claimLines(tx, rows.slice(0, query.limit));
    const last = items.at(-1);
    return {
      items,
      next:
        rows.length > query.limit && last
          ? cursorOf(query.sort === 'due' ? last.checkBy : last.claimedAt, last.id)
          : null,
      total: count?.total ?? 0,
    };
  });
}
