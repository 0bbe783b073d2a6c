import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { UsesView } from '../contract.ts';
import { itemOf } from '../library/item.ts';
import type { ItemRef } from '../library/item.ts';

interface Use {
  readonly noun: string;
  readonly id: string;
  readonly part: 'draft' | 'edition' | 'past';
  readonly usedAt: Date;
}

/** Where a picture or a material is used, latest first: each record once, by the part that the public sees before any other. Refuses: NotFound (404). */
export async function seeUses(ctx: Ctx, actor: Actor, ref: ItemRef): Promise<UsesView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, `${ref.of}.list`);
    await itemOf(tx, ref);
    const uses = await usesOf(tx, ref.hash);
    const names = await namesOf(tx, actor, uses);
    const items = uses.flatMap(({ noun, id, part, usedAt }) => {
      const name = names.get(`${noun} ${id}`);
      return name ? [{ noun, id, title: name.title, href: name.href, part, usedAt: usedAt.toISOString() }] : [];
    });
    return { items, hidden: uses.length - items.length };
  });
}

const usesOf = (tx: Tx, hash: string): Promise<Use[]> =>
  tx.named<Use>(
    'media.uses',
    `select noun, id, part, "usedAt" from (select distinct on (noun, subject_id) noun, subject_id as id, part, used_at as "usedAt" from media.uses
       where county_id = $1 and item_hash = $2 order by noun, subject_id, array_position(array['edition', 'draft', 'past'], part)) u
      order by "usedAt" desc, id limit 500`,
    [tx.countyId, hash],
  );

async function namesOf(
  tx: Tx,
  actor: Actor,
  uses: readonly Use[],
): Promise<Map<string, { title: string; href: string }>> {
  const names = new Map<string, { title: string; href: string }>();
  for (const noun of new Set(uses.map((use) => use.noun))) {
    const ids = uses.filter((use) => use.noun === noun).map((use) => use.id);
    for (const module of tx.ctx.app.modules)
      for (const name of (await module.names?.(tx, actor, noun, ids)) ?? []) names.set(`${noun} ${name.id}`, name);
  }
  return names;
}
