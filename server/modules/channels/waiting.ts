import type { Actor } from '#platform/actor';
import type { Waiting } from '#platform/manifest';
import type { Tx } from '#platform/transaction';
import { copiesInHandsOf } from './copy/copy-queries.ts';
import type { DeskCopy } from './copy/copy-queries.ts';

/** What waits for whoever keeps a channel: copies to bring to one that no program reaches, those to take down there, and those whose words are not what was signed. */
export async function waiting(tx: Tx, actor: Actor): Promise<Waiting[]> {
  if (actor.kind !== 'person') return [];
  return (await copiesInHandsOf(tx, actor.id)).map((copy) => {
    const todo = todoOf(copy);
    return {
      kind: `channels.${todo === 'follow' ? 'bring' : todo}`,
      subjectId: copy.id,
      title: copy.storyTitle,
      reason: tx.ctx.app.wording.say(tx.ctx.tag, `channels.waiting.${todo}`, { channel: copy.channelName }),
      href: todo === 'drifted' ? `/console/stories/${copy.storyId}` : `/console/copies/${copy.id}`,
      dueAt: null,
      placeId: copy.placeIds[0] ?? null,
    };
  });
}

function todoOf({ state, editionNumber }: DeskCopy): 'take-down' | 'drifted' | 'follow' | 'bring' {
  if (state === 'withdrawing') return 'take-down';
  if (state === 'drifted') return 'drifted';
  return editionNumber > 1 ? 'follow' : 'bring';
}
