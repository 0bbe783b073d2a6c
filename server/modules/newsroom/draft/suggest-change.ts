import { randomUUID } from 'node:crypto';
import type { Actor } from '#platform/actor';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import { appendUpdates } from './append-updates.ts';
import { openDraft, storyToWrite } from './open-draft.ts';
import { workingCopies } from './working-copies.ts';

/** 提建议: suggests other words for some of a text, as the editor does in its mode for it. Refuses: NotFound (404) also for words that are not there, Forbidden (403), NothingInWork (409). */
export async function suggestChange(
  ctx: Ctx,
  actor: Actor,
  request: { storyId: string; quote: string; words: string },
): Promise<void> {
  const { sharedTypes, stateOf, suggestWords, updateSince, workingCopyFrom } = await workingCopies();
  await ctx.transaction(async (tx) => {
    await storyToWrite(tx, actor, request.storyId);
    const before = await openDraft(ctx, request.storyId);
    const doc = workingCopyFrom([before]);
    const id = randomUUID();
    if (!suggestWords(sharedTypes(doc).body, request.quote, request.words, id)) refuse('NotFound');
    const update = updateSince(stateOf(doc), before);
    await appendUpdates(ctx, request.storyId, [
      { writerId: actor.id, update, pictures: [], suggestions: [id], accepted: [], changesText: false },
    ]);
  });
}
