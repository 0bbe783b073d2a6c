import type { Actor } from '#platform/actor';
import type { Tx } from '#platform/transaction';
import { canBeAsked } from './ask-after.ts';
import { hasLaterEdition, standingCopiesForUpdate } from './copy-queries.ts';
import type { Copy } from './copy-queries.ts';
import { mayHaveArrived, stands } from './states.ts';
import { turnCopy } from './turn-copy.ts';

/** A later edition stands in its channel: those before it stand there no more, also one that could not be recalled. Of one whose channel can be asked, but did not say whether it is there, the ledger goes on saying that nobody knows. */
export async function supersedeEarlier(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  if (copy.editionNumber === 1) return;
  const before = (await standingCopiesForUpdate(tx, copy.storyId)).filter(
    (one) =>
      one.channelId === copy.channelId &&
      one.editionNumber < copy.editionNumber &&
      (stands(one) || rests(one) || one.state === 'withdrawing'),
  );
  for (const one of before) await turnCopy(tx, one, 'superseded', actor);
}

/** A copy was taken down: it is withdrawn, and where a later edition has a copy there, it does not come back with that one. */
export async function takenDown(tx: Tx, copy: Copy, actor: Actor): Promise<void> {
  await turnCopy(tx, copy, 'withdrawn', actor);
  if (await hasLaterEdition(tx, copy))
    await turnCopy(tx, { ...copy, state: 'withdrawn' }, 'superseded', actor, { problem: 'taken-down' });
}

const rests = (copy: Copy): boolean => mayHaveArrived(copy) && !canBeAsked(copy);
