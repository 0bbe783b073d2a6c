import { placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { rangesFor } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { PersonPage, PersonQuery } from '../contract.ts';
import { countPeople, selectPeople } from '../people-queries.ts';
import { personView } from './person-view.ts';

/** People the actor may see: those at places their own grants cover, and themselves. A search looks into phone numbers only where those may be seen. */
export async function listPeople(ctx: Ctx, actor: Actor, query: PersonQuery): Promise<PersonPage> {
  return ctx.transaction(async (tx) => {
    const within = query.placeId ? placeOrRefuse(tx, query.placeId) : undefined;
    const wanted = {
      ...query,
      ...(within ? { within: [within.lo, within.hi] as const } : {}),
      self: actor.id,
      ranges: rangesFor(tx, actor, 'person.see').ranges,
      contactRanges: rangesFor(tx, actor, 'person.see-contact').ranges,
    };
    const rows = await selectPeople(tx, wanted);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const next =
      rows.length > query.limit && last ? (query.sort === 'name' ? `${last.displayName}\n${last.id}` : last.id) : null;
    return { items: shown.map((person) => personView(tx, actor, person)), next, total: await countPeople(tx, wanted) };
  });
}
