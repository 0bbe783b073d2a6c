import type { Actor } from '#platform/actor';
import { storyById } from '#newsroom';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CopyView } from '../contract.ts';
import { copiesOf, standingCopiesForUpdate } from '../copy/copy-queries.ts';
import { copyView } from '../copy/copy-view.ts';
import { turnCopy } from '../copy/turn-copy.ts';

/** 叫停: keeps at home whatever of a story still waits for its pause. What has left already goes on; what was kept can be sent later.
 *  Refuses: NotFound (404), Forbidden (403), NothingToStop (409). */
export async function stopCopies(ctx: Ctx, actor: Actor, storyId: string): Promise<CopyView[]> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'copy.list', story);
    must(tx, actor, 'copy.give-up', story);
    const waiting = (await standingCopiesForUpdate(tx, storyId)).filter((copy) => copy.waitsFor === 'pause');
    if (waiting.length === 0) refuse('NothingToStop', { storyId });
    for (const copy of waiting) await turnCopy(tx, copy, 'failed', actor, { problem: 'stopped' });
    await audit(tx, actor, {
      act: 'copy.stop',
      noun: 'story',
      subjectId: storyId,
      placeId: story.placeIds[0] ?? null,
      detail: { copies: waiting.length },
    });
    return (await copiesOf(tx, storyId)).map((copy) => copyView(tx, actor, copy));
  });
}
