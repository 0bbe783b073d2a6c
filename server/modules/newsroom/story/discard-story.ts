import { forgetDraftUses } from '#media';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { move } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { leaveRelease } from '../release/leave-release.ts';
import { noteDraft, revisionById } from './revision.ts';
import { storyStates } from './states.ts';
import { placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** Puts a draft aside. A story never published becomes `discarded` and can be taken up again; of a published one only the correction in work is dropped with its plan and its byline, the valid edition stays. Either leaves its release. Refuses: WrongState (409). */
export async function discardStory(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.discard', story);
    if (story.state !== 'draft' && story.state !== 'returned')
      refuse('WrongState', { noun: 'story', state: story.state, wanted: 'discarded' });
    await move(tx, storyStates, story, story.editionId ? 'done' : 'discarded', { by: actor, reason: 'discarded' });
    await tx.named(
      'newsroom.discard',
      `update newsroom.stories set correction_note = null, update_note = null, holder_id = null, held_since = null, held_open = false, due_at = null, round_id = null, updated_at = $3, title = coalesce(teaser ->> 'title', title),
         level = case when edition_id is null then level else (select e.level from newsroom.editions e where e.county_id = $1 and e.id = edition_id) end,
         byline = case when edition_id is null then byline else (select e.byline from newsroom.editions e where e.county_id = $1 and e.id = edition_id) end,
         publish_at = case when edition_id is null then publish_at end, publish_held = edition_id is null and publish_held, withdrawal_holds = false
        where county_id = $1 and id = $2`,
      [tx.countyId, story.id, tx.at],
    );
    await leaveRelease(tx, story);
    await forgetDraftUses(tx, 'story', story.id);
    await audit(tx, actor, { act: 'story.discard', noun: 'story', subjectId: story.id, placeId: placeOf(story) });
    return storyById(tx, story.id);
  });
}

/** Takes a discarded draft up again. Refuses: WrongState (409), TranslationExists (409) when another translation into its language was begun meanwhile. */
export async function recoverStory(ctx: Ctx, actor: Actor, request: { storyId: string }): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.discard', story);
    if (story.state !== 'discarded') refuse('WrongState', { noun: 'story', state: story.state, wanted: 'draft' });
    await mustBeOnlyTranslation(tx, story);
    await move(tx, storyStates, story, 'draft', { by: actor, reason: 'recovered' });
    const text = (await revisionById(tx, story.revisionId))?.text;
    if (text) await noteDraft(tx, { storyId: story.id, text });
    await tx.named(
      'newsroom.recover',
      'update newsroom.stories set archived_at = null where county_id = $1 and id = $2',
      [tx.countyId, story.id],
    );
    await audit(tx, actor, { act: 'story.recover', noun: 'story', subjectId: story.id, placeId: placeOf(story) });
    return storyById(tx, story.id);
  });
}

/** Refuses TranslationExists (409) when another translation into its language lives. */
export async function mustBeOnlyTranslation(tx: Tx, story: StoryRow): Promise<void> {
  const others = await tx.named(
    'newsroom.same-translation',
    `select 1 from newsroom.stories where county_id = $1 and translation_of = $2 and language = $3 and state not in ('discarded', 'rejected') limit 1`,
    [tx.countyId, story.translationOf, story.language],
  );
  if (others.length > 0) refuse('TranslationExists');
}
