import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { standingCopiesForUpdate } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { stands } from './states.ts';
import { turnCopy } from './turn-copy.ts';

/** A later edition stands in its channel: those before it stand there no more. */
export async function supersedeEarlier(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  if (copy.editionNumber === 1) return;
  const before = (await standingCopiesForUpdate(tx, copy.storyId)).filter(
    (one) => one.channelId === copy.channelId && one.editionNumber < copy.editionNumber && stands(one),
  );
  for (const one of before) await turnCopy(tx, one, 'superseded', actor);
}
