import type { Actor } from '#platform/actor';
import { mustSomewhere } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { TroubleList } from '../contract.ts';
import { watches } from './watches.ts';

/** What is wrong at this moment, as it was seen at the last look; the oldest first. */
export async function presentTroubles(ctx: Ctx, actor: Actor): Promise<TroubleList> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'job.read');
    const rows = await tx.named<{ key: string; sinceAt: Date; facts: Record<string, unknown> }>(
      'operations.troubles',
      'select key, since_at as "sinceAt", facts from operations.troubles where county_id = $1 and told_at is not null order by since_at, key',
      [tx.countyId],
    );
    const say = (key: string, facts: Record<string, unknown> = {}): string => ctx.app.wording.say(ctx.tag, key, facts);
    return {
      items: rows.flatMap(({ key, sinceAt, facts }) => {
        const watch = watches.find((one) => one.key === key);
        if (!watch) return [];
        const words = `notice.trouble.${key}`;
        const [what, remedy] = [say(`${words}.subject`), say(words, facts)];
        return [{ key, what, remedy, sinceAt: sinceAt.toISOString(), href: watch.href }];
      }),
    };
  });
}
