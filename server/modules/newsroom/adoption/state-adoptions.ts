import { displayNames } from '#people';
import { periodOf } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { AdoptionStatement, AdoptionStatementRequest } from '../contract.ts';
import { reachBy, visibleSql, inSubtreeSql } from '../lists/visible.ts';
import { adoptionTables, sumsOf } from './adoption-list.ts';

/** 稿费: the statement by which fees are paid for a period, of the asker's places. In the order of names and in no other: it is taken out to pay people, not to set them above each other, and no screen shows it as a list (DESIGN §2). Each time is on record.
 *  Refuses: BadRequest (400) for an impossible period, NotFound (404) for a place that is not there. */
export async function stateAdoptions(
  ctx: Ctx,
  actor: Actor,
  request: AdoptionStatementRequest,
): Promise<AdoptionStatement> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'adoption.state');
    const { from, until } = periodOf(tx, request, 31);
    const values: unknown[] = [tx.countyId, from, until];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const where = [
      'a.county_id = $1',
      'a.adopted_on between $2::date and $3::date',
      visibleSql(reachBy(tx, actor, 'adoption.state'), '', add),
    ];
    if (request.place) where.push(inSubtreeSql(tx, request.place, add));
    const { rows } = await tx.client.query<{ personId: string; adoptions: number; hundredths: number }>(
      `select a.person_id as "personId", ${sumsOf} from ${adoptionTables} where ${where.join(' and ')} group by a.person_id
        having sum(a.hundredths) <> 0 or count(*) filter (where a.kind = 'counted') <> count(*) filter (where a.kind = 'reversal')`,
      values,
    );
    const names = await displayNames(
      tx,
      rows.map((row) => row.personId),
    );
    await audit(tx, actor, {
      act: 'adoption.state',
      noun: 'adoption',
      subjectId: newId<'statement'>(),
      placeId: request.place ?? null,
      detail: { from, until, persons: rows.length },
    });
    const byName = new Intl.Collator(ctx.language);
    return {
      from,
      until,
      items: rows
        .map((row) => ({
          person: { id: row.personId, name: names.get(row.personId) ?? '' },
          adoptions: row.adoptions,
          points: row.hundredths / 100,
        }))
        .toSorted((a, b) => byName.compare(a.person.name, b.person.name) || a.person.id.localeCompare(b.person.id)),
    };
  });
}
