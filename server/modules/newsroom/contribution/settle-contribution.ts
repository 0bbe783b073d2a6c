import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { ContributionSettlement, OriginView } from '../contract.ts';
import { saveText } from '../story/save-text.ts';
import { placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { submissionById } from '../submission/submission-queries.ts';
import { contributionForUpdate, editionsOf, noteWithdrawal, settleEditions } from './contribution-queries.ts';
import type { ContributionEdition } from './contribution-queries.ts';
import { originsOf } from './see-origins.ts';

/** The desk deals with what changed where a text comes from: it takes the corrected text over, which voids signatures as every change does, or it says that it has dealt with the correction or the withdrawal otherwise.
 *  Refuses: NotFound (404), Forbidden (403), NothingInWork (409) where there is no text in work to take it over into, StaleVersion (409) where another edition came meanwhile, and as `saveText`. */
export async function settleContribution(
  ctx: Ctx,
  actor: Actor,
  id: string,
  request: ContributionSettlement,
): Promise<{ items: OriginView[] }> {
  return ctx.transaction(async (tx) => {
    const known = found(await contributionForUpdate(tx, { id }));
    const submission = await submissionById(tx, known.storyId);
    const story = await storyForUpdate(tx, submission?.mergedInto ?? known.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'contribution.settle', story);
    const later = (await editionsOf(tx, [id])).findLast((one) => one.settled === null);
    mustBeAsRead(later?.number ?? null, request.edition);
    if (request.how === 'take') await takeOver(tx, actor, story, later);
    if (later) await settleEditions(tx, id, later.number, request.how === 'take' ? 'taken' : 'left', actor.id);
    if (request.how === 'leave' && known.withdrawnAt)
      await noteWithdrawal(tx, id, { at: known.withdrawnAt, settledAt: tx.at });
    await audit(tx, actor, {
      act: 'contribution.settle',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { how: request.how, edition: later?.number ?? null },
    });
    return { items: await originsOf(tx, actor, await storyById(tx, story.id)) };
  });
}

async function takeOver(tx: Tx, actor: Actor, story: StoryRow, later: ContributionEdition | undefined): Promise<void> {
  if (!later) refuse('NotFound');
  await saveText(tx.ctx, actor, { storyId: story.id, version: story.version, text: later.text });
}
