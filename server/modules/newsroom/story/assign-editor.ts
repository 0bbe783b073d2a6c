import { holdersOf } from '#access';
import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { storyAssigned } from '../events.ts';
import { placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** Roles that can look after a story. */
const editors = ['editor', 'section-head', 'chief-editor'] as const;

/** Who is to look after a story. */
export interface EditorWanted {
  storyId: string;
  /** Null: nobody any more. */
  editorId: string | null;
  /** Who must have it now, so that taking one's own change back never undoes somebody else's. */
  from?: string | null | undefined;
}

/** 责编: gives a story to a colleague of the desk who looks after it, and tells them; its page names them. It gives no right and takes none: whoever may review it may, and nothing signed depends on it. Refuses: NotAssignable (422) for whoever does not edit at its places; Conflict (409) when another has it than `from` says; Forbidden (403), NotFound (404). */
export async function assignEditor(ctx: Ctx, actor: Actor, request: EditorWanted): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.assign', story);
    const { editorId } = request;
    if (request.from !== undefined && request.from !== story.editorId) refuse('Conflict');
    if (editorId === story.editorId) return story;
    if (editorId !== null && !(await editorIds(tx, story)).includes(editorId))
      refuse('NotAssignable', {}, [{ path: '/editorId', code: 'invalid_value' }]);
    await tx.named(
      'newsroom.assign-editor',
      'update newsroom.stories set editor_id = $3 where county_id = $1 and id = $2',
      [tx.countyId, story.id, editorId],
    );
    await emit(tx, storyAssigned, actor, { storyId: story.id, editorId, formerId: story.editorId });
    await audit(tx, actor, {
      act: 'story.assign',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { editorId, formerId: story.editorId },
    });
    return storyById(tx, story.id);
  });
}

/** Who can look after a story: whoever edits at its places, nearest first. Refuses: NotFound (404), Forbidden (403). */
export async function editorsFor(ctx: Ctx, actor: Actor, storyId: string): Promise<{ id: string; name: string }[]> {
  return ctx.transaction(async (tx) => {
    const story = await storyById(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.assign', story);
    const ids = await editorIds(tx, story);
    const names = await displayNames(tx, ids);
    return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
  });
}

async function editorIds(tx: Tx, story: StoryRow): Promise<string[]> {
  const found: string[] = [];
  for (const placeId of story.placeIds)
    found.push(...(await holdersOf(tx, { roles: [...editors], placeId, unitId: story.unitId })));
  return [...new Set(found)];
}
