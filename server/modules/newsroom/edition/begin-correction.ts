import type { StoryText } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { Refusal, refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { cutWritten } from '../draft/cut-revision.ts';
import { resetDraft } from '../draft/rewrite-draft.ts';
import { makeCurrent, revisionById, storeRevision } from '../story/revision.ts';
import { storyStates } from '../story/states.ts';
import { placeOf, storyById, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** What to begin on a published story. `note` is for the public: what was wrong; null begins an update (something new, nothing was wrong), of which `updateNote` may tell the public what is new. */
export interface CorrectionToBegin {
  storyId: string;
  note: string | null;
  updateNote?: string | undefined;
}

/** Opens a published story for a correction or an update. The public keeps seeing the valid edition until the new text has passed the chain. Refuses: NotPublished (409), WrongState (409). */
export async function beginCorrection(ctx: Ctx, actor: Actor, request: CorrectionToBegin): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.correct', story);
    if (!story.editionId) refuse('NotPublished', { storyId: story.id });
    await move(tx, storyStates, story, 'draft', { by: actor, reason: request.note === null ? 'update' : 'correction' });
    // What somebody went on writing while the text was reviewed was not published: it stays in the history, and is no part of the correction.
    const isCut = await cutLeftovers(tx, actor, story);
    await startFromEdition(tx, actor, await storyById(tx, story.id), { anew: !isCut });
    // It goes by the chain that its column has for it, unless another is chosen anew, and when nothing else is said, at once.
    await tx.named(
      'newsroom.begin-correction',
      'update newsroom.stories set correction_note = $3, update_note = $6, archived_at = null, holder_id = $4, held_since = $5, held_open = false, updated_at = $5, path = null, publish_at = null, publish_held = false, withdrawal_holds = false where county_id = $1 and id = $2',
      [
        tx.countyId,
        story.id,
        request.note,
        actor.kind === 'person' ? actor.id : null,
        tx.at,
        request.note === null ? (request.updateNote ?? null) : null,
      ],
    );
    await audit(tx, actor, {
      act: request.note === null ? 'story.begin-update' : 'story.begin-correction',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
    return storyById(tx, story.id);
  });
}

// What two people left that can be no version (a headline too long together) must not keep a correction from beginning; false for such.
async function cutLeftovers(tx: Tx, actor: Actor, story: StoryRow): Promise<boolean> {
  try {
    await cutWritten(tx, actor, story, { draft: true });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'BadText') return false;
    throw error;
  }
}

// A correction dropped earlier may have left another text behind: work begins on what the public sees.
async function startFromEdition(tx: Tx, actor: Actor, story: StoryRow, { anew }: { anew: boolean }): Promise<void> {
  const [edition] = await tx.named<{ text: StoryText; textHash: string }>(
    'newsroom.edition-start',
    'select text, text_hash as "textHash" from newsroom.editions where county_id = $1 and id = $2',
    [tx.countyId, story.editionId],
  );
  const current = await revisionById(tx, story.revisionId);
  if (!edition) return;
  if (current?.textHash === edition.textHash) {
    if (anew) await resetDraft(tx, story.id, edition.text, story.version);
    return;
  }
  const revision = await storeRevision(tx, story.id, story.version + 1, edition.text, actor.id);
  await makeCurrent(tx, revision);
  await resetDraft(tx, story.id, edition.text, revision.version);
}
