import type { StoryText } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import { begin } from '#platform/states';
import type { Ctx, Tx } from '#platform/transaction';
import { placeName, placeOrRefuse } from '#places';
import type { Place } from '#places';
import { personById } from '#people';
import type { NoticeLevel } from '../contract.ts';
import { noteEmbargo, writeEmbargo } from '../embargo/set-embargo.ts';
import { chainToChoose } from '../chain/chain-queries.ts';
import { indexStory } from '../lists/index-story.ts';
import { sectionById } from '../section/section-queries.ts';
import { noteDraft, readText, storeRevision, withStoredPictures } from './revision.ts';
import { storyStates } from './states.ts';
import { storyById } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** A story to begin. */
export interface NewStory {
  /** Made on the writer's device; left out, made here. */
  id?: string | undefined;
  kind: 'story' | 'notice';
  language: 'zh-CN' | 'en';
  sectionId: string;
  /** At least one; the first stands for all where only one is shown. */
  placeIds: readonly string[];
  text: unknown;
  /** The chain chosen for it; left out, its section's. */
  path?: string | undefined;
  important?: boolean | undefined;
  /** As it will be published; left out, the author's office (柳河镇通讯员), never their name. */
  byline?: string | undefined;
  /** The story of which this is another language; it has signatures of its own. */
  translationOf?: string | null | undefined;
  validUntil?: Date | null | undefined;
  /** Of a notice; left out, its original's. */
  level?: NoticeLevel | null | undefined;
  /** What its source asks. */
  embargo?: { readonly until: Date; readonly source: string } | undefined;
}

/** Begins a story as a draft with its first revision. The writer is its author. With an `id` of theirs that is there already, answers that story. Refuses: Conflict (409) for an id that is another's, BadText (422), NotATranslation (422), TranslationExists (409), NotFound (404) for a section, place or story of another county. */
export async function writeStory(ctx: Ctx, actor: Actor, request: NewStory): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const section = await sectionById(tx, request.sectionId);
    const places = request.placeIds.map((id) => placeOrRefuse(tx, id));
    const first = places[0] ?? refuse('BadRequest', {}, [{ path: '/placeIds', code: 'required' }]);
    must(tx, actor, 'story.write', { placeIds: places.map((place) => place.id), unitId: section.unitId });
    const before = request.id && (await storyMadeAs(tx, actor, request.id));
    if (before) return before;
    // How strictly a text is reviewed is not for its author to say.
    if (request.path !== undefined || request.important)
      must(tx, actor, 'story.choose-path', { placeIds: places.map((place) => place.id), unitId: section.unitId });
    if (request.path) await chainToChoose(tx, request.path);
    const original = request.translationOf
      ? await translatable(tx, actor, request.translationOf, request.language)
      : undefined;
    if (request.level && request.kind !== 'notice')
      refuse('BadRequest', {}, [{ path: '/level', code: 'invalid_value' }]);
    const level = request.kind === 'notice' ? (request.level === undefined ? original?.level : request.level) : null;
    const text = await withStoredPictures(tx, {
      ...readText(request.text, { draft: true }),
      language: request.language,
    });
    const id = request.id ?? newId<'story'>();
    await insertStory(tx, actor, id, { ...request, level }, text, first);
    for (const place of new Set(places.map((one) => one.id)))
      await tx.named(
        'newsroom.add-place',
        'insert into newsroom.story_places (county_id, story_id, place_id) values ($1, $2, $3)',
        [tx.countyId, id, place],
      );
    await begin(tx, storyStates, id, { by: actor });
    await audit(tx, actor, { act: 'story.write', noun: 'story', subjectId: id, placeId: first.id });
    if (request.embargo) {
      await writeEmbargo(tx, id, request.embargo.until, request.embargo.source);
      await noteEmbargo(tx, actor, await storyById(tx, id), request.embargo.until, '');
    }
    return storyById(tx, id);
  });
}

// A phone whose line broke sends again, perhaps days later.
async function storyMadeAs(tx: Tx, actor: Actor, id: string): Promise<StoryRow | undefined> {
  const [row] = await tx.named<{ author: string }>(
    'newsroom.made-as',
    'select author_id as author from newsroom.stories where county_id = $1 and id = $2',
    [tx.countyId, id],
  );
  if (!row) return undefined;
  return row.author === actor.id ? storyById(tx, id) : refuse('Conflict');
}

// The story row comes first for the revision's foreign key; it names the revision that follows in the same transaction.
async function insertStory(
  tx: Tx,
  actor: Actor,
  id: string,
  request: NewStory,
  text: StoryText,
  place: Place,
): Promise<void> {
  const byline = request.byline ?? (await officeOf(tx, actor, place, request.language));
  const added = await tx.named(
    'newsroom.insert-story',
    `insert into newsroom.stories (county_id, id, kind, language, section_id, place_id, author_id, byline, state, public_state, path, title, version, revision_id, translation_of, valid_until, created_at, updated_at, level, important)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', 'unpublished', $9, $10, 1, $2, $11, $12, $13, $13, $14, $15) on conflict do nothing returning id`,
    [
      tx.countyId,
      id,
      request.kind,
      request.language,
      request.sectionId,
      place.id,
      actor.id,
      byline,
      request.path ?? null,
      text.title,
      request.translationOf ?? null,
      request.validUntil ?? null,
      tx.at,
      request.level ?? null,
      request.important ?? false,
    ],
  );
  if (added.length === 0) refuse('TranslationExists', {}, [{ path: '/translationOf', code: 'taken' }]);
  const revision = await storeRevision(tx, id, 1, text, actor.id);
  await tx.named(
    'newsroom.first-revision',
    'update newsroom.stories set revision_id = $3 where county_id = $1 and id = $2',
    [tx.countyId, id, revision.id],
  );
  await indexStory(tx, id, text);
  await noteDraft(tx, revision);
}

/** What stands under the headline when nobody chose otherwise: the author's title, else the place with the word for a correspondent. */
async function officeOf(tx: Tx, actor: Actor, place: Place, language: 'zh-CN' | 'en'): Promise<string> {
  const title = actor.kind === 'person' ? (await personById(tx, actor.id))?.title?.[language] : undefined;
  return title ?? tx.ctx.app.wording.say(language, 'newsroom.correspondent-at', { place: placeName(place, language) });
}

async function translatable(tx: Tx, actor: Actor, storyId: string, language: string): Promise<StoryRow> {
  const original = await storyById(tx, storyId);
  mustSee(tx, actor, 'story.read', original);
  if (original.language === language || original.translationOf)
    refuse('NotATranslation', {}, [{ path: '/translationOf', code: 'invalid_value' }]);
  return original;
}
