import { renderPlain } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Words } from '#platform/county';
import { emit } from '#platform/events';
import { may, must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { StoryTagsView } from '../contract.ts';
import { storyTagged } from '../events.ts';
import { seriesOf } from '../series/series-queries.ts';
import { readText, revisionById } from '../story/revision.ts';
import { placeOf, relatedIds, storyById, storyForUpdate } from '../story/story-queries.ts';
import { addStoryTags, tagsForUpdate, tagsInUse, tagsOf } from './tag-queries.ts';

/** The most tags that a story has. */
const mostTags = 12;

/** What a story is about, with the tags whose name stands in its text. Refuses: NotFound (404). */
export async function seeStoryTags(ctx: Ctx, actor: Actor, storyId: string): Promise<StoryTagsView> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    const originalId = story.translationOf ?? story.id;
    const [tags, all, revision, series] = await together(
      tagsOf(tx, originalId),
      tagsInUse(tx),
      revisionById(tx, story.revisionId),
      seriesOf(tx, originalId),
    );
    const text = readText(revision?.text, { draft: true });
    const said = `${text.title}\n${text.deck}\n${renderPlain(text)}`.toLowerCase();
    const has = new Set(tags.map(({ id }) => id));
    const isSaid = (name: Words): boolean =>
      Object.values(name).some((one) => one !== undefined && one.length > 1 && said.includes(one.toLowerCase()));
    const ref = ({ id, slug, name }: { id: string; slug: string; name: Words }) => ({ id, slug, name });
    return {
      tags: tags.map(ref),
      suggested: all
        .filter(({ id, name }) => !has.has(id) && isSaid(name))
        .slice(0, 8)
        .map(ref),
      series: series ? ref(series) : null,
      mayTag: may(tx, actor, 'story.tag', story),
    };
  });
}

/** Adds tags to a story and takes others away; of a translation, to its original, for both are about the same. Nothing of the text changes, so no signature falls. A merged tag counts as the one it was merged into.
 *  Refuses: NotFound (404), Forbidden (403), TooManyTags (422). Answers what really changed. */
export async function tagStory(
  ctx: Ctx,
  actor: Actor,
  request: { storyId: string; add: readonly string[]; remove: readonly string[] },
): Promise<{ added: string[]; removed: string[] }> {
  return ctx.transaction(async (tx) => {
    const asked = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', asked);
    must(tx, actor, 'story.tag', asked);
    const originalId = asked.translationOf ?? asked.id;
    const known = await tagsForUpdate(tx, request.add);
    const add = [...known.values()].map((tag) => tag.mergedInto ?? tag.id);
    const has = new Set((await tagsOf(tx, originalId)).map(({ id }) => id));
    const added = [...new Set(add)].filter((id) => !has.has(id));
    const removed = [...new Set(request.remove)].filter((id) => has.has(id) && !add.includes(id));
    if (has.size + added.length - removed.length > mostTags) refuse('TooManyTags', { most: mostTags });
    if (added.length === 0 && removed.length === 0) return { added, removed };
    await storeTags(tx, originalId, added, removed);
    const related = await relatedIds(tx, asked);
    await emit(tx, storyTagged, actor, { storyId: asked.id, relatedIds: related, tagIds: [...added, ...removed] });
    await audit(tx, actor, {
      act: 'story.tag',
      noun: 'story',
      subjectId: asked.id,
      placeId: placeOf(asked),
      detail: { added: added.length, removed: removed.length },
    });
    return { added, removed };
  });
}

async function storeTags(tx: Tx, storyId: string, added: readonly string[], removed: readonly string[]): Promise<void> {
  await together(
    addStoryTags(
      tx,
      added.map((tagId) => ({ storyId, tagId })),
    ),
    tx.named(
      'newsroom.drop-story-tags',
      'delete from newsroom.story_tags where county_id = $1 and story_id = $2 and tag_id = any($3::uuid[])',
      [tx.countyId, storyId, removed],
    ),
  );
}
