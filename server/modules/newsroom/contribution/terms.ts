import { inWords } from '#places';
import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { z } from 'zod';
import type { contributionTerms } from '../contract.ts';
import { openDoors } from './contributor.ts';

/** Who publishes here, and the sections in which the asker may hand in. Refuses: Forbidden (403). */
export async function readTerms(ctx: Ctx, actor: Actor): Promise<z.input<typeof contributionTerms>> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'contribution.send');
    return {
      publisher: inWords(ctx.county.publisher, ctx.language === 'en' ? 'en' : 'zh-CN'),
      sections: (await openDoors(tx, actor)).map(({ section }) => ({ slug: section.slug, name: section.name })),
    };
  });
}
