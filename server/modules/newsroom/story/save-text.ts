import { textHash } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { signaturesVoided } from '../events.ts';
import { beginRound, endRound, purposeOf, signaturesIn } from '../review/round.ts';
import { makeCurrent, readText, revisionById, storeRevision, withStoredPictures } from './revision.ts';
import { firstStep, stepMinutes, storyStates } from './states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** A whole text, and the version on which it was written. */
export interface TextToSave {
  storyId: string;
  version: number;
  text: unknown;
}

/** Saves the whole text as a new revision; the same words again make none. In review, any change voids the signatures of the round and leads back to its first step.
 *  Refuses: StaleVersion (409, with the present version), BadText (422), NothingInWork (409) when a published story has no correction begun. */
export async function saveText(ctx: Ctx, actor: Actor, request: TextToSave): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.edit', story);
    if (story.state === 'done' || story.state === 'discarded') refuse('NothingInWork', { storyId: story.id });
    if (story.version !== request.version) refuse('StaleVersion', { storyId: story.id, current: story.version });
    const isDraft = story.state === 'draft' || story.state === 'returned';
    const text = await withStoredPictures(tx, {
      ...readText(request.text, { draft: isDraft }),
      language: story.language,
    });
    const before = await revisionById(tx, story.revisionId);
    if (before?.textHash === textHash(text)) return story;
    const revision = await storeRevision(tx, story.id, story.version + 1, text, actor.id);
    await makeCurrent(tx, revision);
    if (!isDraft) await voidRound(tx, actor, story);
    await audit(tx, actor, {
      act: 'story.save',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { version: revision.version, textHash: revision.textHash },
    });
    return storyById(tx, story.id);
  });
}

/** The text was changed during review: the signatures stay on record but carry nothing; a new round begins at the first step. */
async function voidRound(tx: Tx, actor: Actor, story: StoryRow): Promise<void> {
  const roundId = story.roundId ?? refuse('WrongState');
  const fallen = await signaturesIn(tx, roundId);
  await endRound(tx, roundId, 'voided');
  const first = firstStep(story.path);
  await beginRound(tx, story, purposeOf(story));
  await tx.named(
    'newsroom.set-due',
    'update newsroom.stories set due_at = $3, updated_at = $4 where county_id = $1 and id = $2',
    [tx.countyId, story.id, new Date(tx.at.getTime() + stepMinutes[first] * 60_000), tx.at],
  );
  if (story.state !== first) await move(tx, storyStates, story, first, { by: actor, reason: 'text-changed' });
  await emit(tx, signaturesVoided, actor, { ...(await eventFacts(tx, story)), roundId, signatures: fallen.length });
}
