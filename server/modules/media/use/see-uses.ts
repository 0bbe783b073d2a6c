import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { PictureUsesView } from '../contract.ts';
import { picturesByHash } from '../picture/picture-queries.ts';

interface Use {
  readonly noun: string;
  readonly id: string;
  readonly part: 'draft' | 'edition' | 'past';
  readonly usedAt: Date;
}

/** Where a picture is used, latest first: each record once, by the part that the public sees before any other. Refuses: NotFound (404). */
export async function seeUses(ctx: Ctx, actor: Actor, hash: string): Promise<PictureUsesView> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'picture.list');
    found((await picturesByHash(tx, [hash])).get(hash));
    const uses = await usesOf(tx, hash);
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
       where county_id = $1 and picture_hash = $2 order by noun, subject_id, array_position(array['edition', 'draft', 'past'], part)) u
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
