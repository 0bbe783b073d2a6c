import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { copiesInHandsOf } from './copy/copy-queries.ts';

/** What waits for whoever keeps a channel that no program reaches: copies to bring there, and those to take down. */
export async function waiting(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== 'person') return [];
  return (await copiesInHandsOf(tx, actor.id)).map((copy) => ({
    kind: copy.state === 'withdrawing' ? 'channels.take-down' : 'channels.bring',
    subjectId: copy.id,
    title: copy.storyTitle,
    reason: tx.ctx.app.wording.say(
      tx.ctx.language,
      copy.state === 'withdrawing'
        ? 'channels.waiting.take-down'
        : copy.editionNumber > 1
          ? 'channels.waiting.follow'
          : 'channels.waiting.bring',
      { channel: copy.channelName },
    ),
    href: `/console/copies/${copy.id}`,
    dueAt: null,
    placeId: copy.placeIds[0] ?? null,
  }));
}
