import { holdersOf } from '#access';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { CorrespondentList } from '../contract.ts';
import { reachBy, visibleSql } from '../lists/visible.ts';
import { adoptionTables } from './adoption-list.ts';

const most = 50;

/** Whose sheet the desk may open, and who may be named in an adoption: whoever holds the role, handed in something or has lines within the asker's places. By name, with nothing beside it. */
export async function correspondents(
  ctx: Ctx,
  actor: Actor,
  query: { q?: string | undefined },
): Promise<CorrespondentList> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'adoption.list');
    const values: unknown[] = [tx.countyId];
    const visible = visibleSql(reachBy(tx, actor, 'adoption.list'), '', (value) => `$${values.push(value)}`);
    const { rows } = await tx.client.query<{ id: string }>(
      `select a.person_id as id from ${adoptionTables} where a.county_id = $1 and ${visible}
       union select b.sender_id from newsroom.submissions b join newsroom.stories s on s.county_id = b.county_id and s.id = b.id
         join newsroom.sections c on c.county_id = s.county_id and c.id = s.section_id where b.county_id = $1 and ${visible}`,
      values,
    );
    const ids = new Set([...rows.map((row) => row.id), ...(await holdersOf(tx, { roles: ['correspondent'] }))]);
    const names = await displayNames(tx, [...ids]);
    const sought = query.q?.toLowerCase() ?? '';
    const byName = new Intl.Collator(ctx.language);
    return {
      items: [...names]
        .map(([id, name]) => ({ id, name }))
        .filter(({ name }) => name.toLowerCase().includes(sought))
        .toSorted((a, b) => byName.compare(a.name, b.name) || a.id.localeCompare(b.id))
        .slice(0, most),
    };
  });
}
