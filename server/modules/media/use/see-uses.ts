import type { Actor } from '#platform/actor';
import type { StoredItem } from '#platform/manifest';
import { mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { UsesView } from '../contract.ts';
import type { ItemRef } from '../library/item.ts';
import { materialsByHash } from '../material/material-queries.ts';
import { picturesByHash } from '../picture/picture-queries.ts';

interface Use {
  readonly noun: string;
  readonly id: string;
  readonly part: UsesView['items'][number]['part'];
  readonly usedAt: Date;
}

/** Where a picture or a material is used, latest first: each record once, by the part that the public sees before any other. Refuses: NotFound (404). */
export async function seeUses(ctx: Ctx, actor: Actor, { of, hash }: ItemRef): Promise<UsesView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, `${of}.list`);
    if (of === 'material') return whereUsed(tx, actor, found((await materialsByHash(tx, [hash])).get(hash)));
    found((await picturesByHash(tx, [hash])).get(hash));
    return whereUsed(tx, actor, { id: hash, hash });
  });
}

/** The records that use it, named as far as the asker may see; the others are counted. */
export async function whereUsed(tx: Tx, actor: Actor, item: StoredItem): Promise<UsesView> {
  const uses = await usesOf(tx, item);
  const names = await namesOf(tx, actor, uses);
  const items = uses.flatMap(({ noun, id, part, usedAt }) => {
    const name = names.get(`${noun} ${id}`);
    return name ? [{ noun, id, title: name.title, href: name.href, part, usedAt: usedAt.toISOString() }] : [];
  });
  return { items, hidden: uses.length - items.length };
}

/** All that uses it and keeps it from being removed: what texts show, and what other modules keep beside them. */
export async function usesOf(tx: Tx, { id, hash }: StoredItem): Promise<Use[]> {
  const shown = await tx.named<Use>(
    'media.uses',
    `select noun, id, part, "usedAt" from (select distinct on (noun, subject_id) noun, subject_id as id, part, used_at as "usedAt" from media.uses
       where county_id = $1 and item_hash = $2 order by noun, subject_id, array_position(array['edition', 'draft', 'past'], part)) u
      order by "usedAt" desc, id limit 500`,
    [tx.countyId, hash],
  );
  const uses = new Map(shown.map((use) => [`${use.noun} ${use.id}`, use]));
  for (const module of tx.ctx.app.modules)
    for (const { noun, id: subjectId, at } of (await module.keeps?.(tx, { id, hash })) ?? [])
      if (!uses.has(`${noun} ${subjectId}`))
        uses.set(`${noun} ${subjectId}`, { noun, id: subjectId, part: 'kept', usedAt: at });
  return [...uses.values()];
}

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
