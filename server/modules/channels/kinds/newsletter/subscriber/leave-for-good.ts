import type { Actor } from '#platform/actor';
import { dataErased } from '#platform/erasure';
import { emit } from '#platform/events';
import type { ErasureAgain } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { forgetSubscriber } from './subscriber-queries.ts';

const noun = 'subscriber';

/** A subscriber leaves, or is taken out: nothing is kept of them, and no backup brings them back among the readers. */
export async function leaveForGood(tx: Tx, actor: Actor, id: string): Promise<void> {
  await forgetSubscriber(tx, id);
  await emit(tx, dataErased, actor, { noun, subjectId: id });
}

/** Whoever left since an archive was made leaves again. */
export const subscriberAgain: ErasureAgain = {
  noun,
  async again(tx, actor, id) {
    const there = await tx.named(
      'channels.subscriber-brought-back',
      'select 1 from channels.subscribers where county_id = $1 and id = $2 for update',
      [tx.countyId, id],
    );
    if (there.length === 0) return false;
    await leaveForGood(tx, actor, id);
    return true;
  },
};
