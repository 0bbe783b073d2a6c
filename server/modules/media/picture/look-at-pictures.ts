import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx } from '#platform/transaction';
import { decodeAnew } from './decode.ts';
import type { Made } from './decode.ts';
import { readOriginal } from './read-original.ts';

const atOnce = 20;

/** How a picture looks, as its row holds it: 0 for an even ground, which looks like no other; null stands for one that nobody has looked at yet. */
export const looksStored = ({ looks }: Pick<Made, 'looks'>): string => (looks ?? 0n).toString();

/** Looks at pictures that an older version of the program stored, the newest first, so that they are found again too; one after the other, half of one core being left to others. */
export async function lookAtPictures(ctx: Ctx, signal: AbortSignal): Promise<void> {
  const due = await ctx.transaction((tx) =>
    tx.named<{ hash: string }>(
      'media.not-looked-at',
      'select hash from media.pictures where county_id = $1 and looks is null order by made_at desc limit $2',
      [tx.countyId, atOnce],
    ),
  );
  for (const { hash } of due) {
    if (signal.aborted) return;
    const began = performance.now();
    const looks = await looksOfStored(ctx, hash);
    await ctx.transaction((tx) =>
      tx.named('media.looked-at', 'update media.pictures set looks = $3 where county_id = $1 and hash = $2', [
        tx.countyId,
        hash,
        looks,
      ]),
    );
    await pause(Math.min(performance.now() - began, 1_000), undefined, { signal }).catch(() => undefined);
  }
}

// One whose bytes are gone or cannot be read looks like no other: it must not be the first again each time.
async function looksOfStored(ctx: Ctx, hash: string): Promise<string> {
  const original = await readOriginal(ctx, hash);
  if (!original) return '0';
  try {
    return looksStored(await decodeAnew(original));
  } catch (error) {
    ctx.app.log.warn('a picture could not be looked at', { hash, error: error instanceof Error ? error : undefined });
    return '0';
  }
}
