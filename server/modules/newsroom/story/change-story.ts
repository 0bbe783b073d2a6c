import { changedHead } from '@xiangyin/document';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import { placeOrRefuse } from '#places';
import { storyChanged } from '../events.ts';
import type { NoticeLevel } from '../contract.ts';
import { voidRound } from '../review/void-round.ts';
import type { FactPart } from '../review/voiding-rules.ts';
import { chainToChoose } from '../chain/chain-queries.ts';
import { sectionById } from '../section/section-queries.ts';
import { headOf } from './head-of.ts';
import { isStandingNotice } from './standing-notice.ts';
import { isInWork } from './states.ts';
import { eventFacts, placeOf, storyById, storyForUpdate } from './story-queries.ts';
import type { StoryRow } from './story-queries.ts';

/** What is about a story besides its text; only what is named changes. */
export interface StoryChange {
  storyId: string;
  kind?: 'story' | 'notice' | undefined;
  sectionId?: string | undefined;
  placeIds?: readonly string[] | undefined;
  /** The chain chosen for it; null: as its section. */
  path?: string | null | undefined;
  /** Takes the steps that a chain asks of important items only. */
  important?: boolean | undefined;
  byline?: string | undefined;
  validUntil?: Date | null | undefined;
  level?: NoticeLevel | null | undefined;
  /** The story that takes this notice's place when it is over. */
  successorId?: string | null | undefined;
}

/** Changes section, places, byline, chain, importance, level, validity or successor. In review a change of kind, level, byline, validity or places voids signatures by the county's rules, as a change of the text does. Refuses: WrongState (409) for chain or importance once it is submitted; NothingInWork (409) for the level of a published notice without a correction begun; NotASuccessor (422); BadRequest (400) for a level of what is no notice; NotFound (404), Forbidden (403) also for a section in which the asker may not write. */
export async function changeStory(ctx: Ctx, actor: Actor, request: StoryChange): Promise<StoryRow> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, endsNotice(story, request) ? 'story.end-notice' : 'story.edit', story);
    const section = await sectionById(tx, request.sectionId ?? story.sectionId);
    // What one may not write in, nobody moves a text to.
    if (section.id !== story.sectionId)
      must(tx, actor, 'story.write', { placeIds: request.placeIds ?? story.placeIds, unitId: section.unitId });
    const path = await chosenPath(tx, actor, story, request);
    const level = levelAfter(story, request);
    if (request.successorId) await mustBeSuccessor(tx, actor, story, request.successorId);
    if (request.placeIds) await replacePlaces(tx, actor, story, request.placeIds, section.unitId);
    await tx.named(
      'newsroom.change-story',
      `update newsroom.stories set kind = $3, section_id = $4, place_id = $5, path = $6, byline = $7, valid_until = $8, successor_id = $9, updated_at = $10, level = $11, important = $12 where county_id = $1 and id = $2`,
      [
        tx.countyId,
        story.id,
        request.kind ?? story.kind,
        section.id,
        request.placeIds?.[0] ?? placeOf(story),
        path,
        request.byline ?? story.byline,
        request.validUntil === undefined ? story.validUntil : request.validUntil,
        request.successorId === undefined ? story.successorId : request.successorId,
        tx.at,
        level,
        request.important ?? story.important,
      ],
    );
    const changed = await storyById(tx, story.id);
    const facts = changedFacts(story, changed);
    if (story.roundId && facts.length > 0) await voidRound(tx, actor, story.id, facts);
    await emit(tx, storyChanged, actor, {
      ...(await eventFacts(tx, changed)),
      placeIds: [...new Set([...story.placeIds, ...changed.placeIds])],
      sectionBefore: story.sectionId,
      slug: story.slug,
      seen: story.publicState !== 'unpublished' && shownOf(story) !== shownOf(changed),
    });
    await audit(tx, actor, {
      act: 'story.change',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(changed),
      detail: { changed: Object.keys(request).filter((key) => key !== 'storyId') },
    });
    return storyById(tx, story.id);
  });
}

const endParts: readonly string[] = ['storyId', 'validUntil', 'successorId'];
const endsNotice = (story: StoryRow, request: StoryChange): boolean =>
  isStandingNotice(story) &&
  Object.entries(request).every(([part, value]) => value === undefined || endParts.includes(part));

// How strictly a text is reviewed is no longer open once it is: its round goes by the chain that it began with.
async function chosenPath(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  { path, important }: StoryChange,
): Promise<string | null> {
  const chosen = path === undefined || path === story.path ? story.chosenPath : path;
  const weighs = important !== undefined && important !== story.important;
  if (chosen === story.chosenPath && !weighs) return chosen;
  if (story.roundId) refuse('WrongState', { noun: 'story', state: story.state, wanted: path ?? story.path });
  must(tx, actor, 'story.choose-path', story);
  if (chosen && chosen !== story.chosenPath) await chainToChoose(tx, chosen);
  return chosen;
}

// Who wrote it, how urgent it is, until when it holds and whom it concerns are read with the text: a signature under the one is none under the other.
const changedFacts = (before: StoryRow, after: StoryRow): FactPart[] => changedHead(headOf(before), headOf(after));

// What the public sees of it besides the signed text.
const shownOf = ({ kind, sectionId, placeIds, validUntil, successorId }: StoryRow): string =>
  JSON.stringify([kind, sectionId, placeIds, validUntil, successorId]);

// Only a notice has a level. The public sees that of the signed edition: with nothing in work there is none to change.
function levelAfter(story: StoryRow, request: StoryChange): NoticeLevel | null {
  const kind = request.kind ?? story.kind;
  if (request.level && kind !== 'notice') refuse('BadRequest', {}, [{ path: '/level', code: 'invalid_value' }]);
  const level = kind === 'notice' ? (request.level === undefined ? story.level : request.level) : null;
  if (level !== story.level && !isInWork(story.state)) refuse('NothingInWork', { storyId: story.id });
  return level;
}

async function replacePlaces(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  placeIds: readonly string[],
  unitId: string | null,
): Promise<void> {
  const ids = [...new Set(placeIds.map((id) => placeOrRefuse(tx, id).id))];
  if (ids.length === 0) refuse('BadRequest', {}, [{ path: '/placeIds', code: 'required' }]);
  must(tx, actor, 'story.write', { placeIds: ids, unitId });
  const shownAt = story.publicState === 'published' && !story.translationOf ? story.firstPublishedAt : null;
  await tx.named('newsroom.drop-places', 'delete from newsroom.story_places where county_id = $1 and story_id = $2', [
    tx.countyId,
    story.id,
  ]);
  for (const id of ids)
    await tx.named(
      'newsroom.add-shown-place',
      'insert into newsroom.story_places (county_id, story_id, place_id, shown_at) values ($1, $2, $3, $4)',
      [tx.countyId, story.id, id, shownAt],
    );
}

// A chain of successors never comes back to where it began, or its readers would walk in a circle.
async function mustBeSuccessor(tx: Tx, actor: Actor, story: StoryRow, successorId: string): Promise<void> {
  const wrong = (): never => refuse('NotASuccessor', {}, [{ path: '/successorId', code: 'invalid_value' }]);
  let next = await storyById(tx, successorId);
  mustSee(tx, actor, 'story.read', next);
  for (let steps = 0; steps < 20; steps += 1) {
    if (next.id === story.id) return wrong();
    if (!next.successorId) return;
    next = await storyById(tx, next.successorId);
  }
  wrong();
}
