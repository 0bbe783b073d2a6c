import { picturesByHash } from '#media';
import { personsByIds } from '#people';
import { today } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { NewAdoption } from '../contract.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';
import { linesOfStory } from './adoption-queries.ts';
import { countAdoption } from './count-adoption.ts';
import type { Adoption } from './count-adoption.ts';
import { standingOf } from './standing.ts';

/** The desk enters that an outlet took a story.
 *  Refuses: AdoptionKnown (409) for the same outlet, medium and day, OwnAdoption (403) for a text of one's own, BadRequest (400) for a day to come, PictureUnknown (422) for a scan that is not in the library, NotFound (404) for a person who is not there. */
export async function enterAdoption(ctx: Ctx, actor: Actor, storyId: string, request: NewAdoption): Promise<void> {
  await ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'adoption.enter', story);
    const id = await countEntered(tx, actor, story, request);
    await audit(tx, actor, {
      act: 'adoption.enter',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { adoption: id, level: request.level, medium: request.medium, persons: request.personIds.length },
    });
  });
}

/** Writes what the desk says of an outlet; the story is locked. Refuses as `enterAdoption`. */
export async function countEntered(
  tx: Tx,
  actor: Actor,
  story: StoryRow,
  request: NewAdoption,
  reason: string | null = null,
): Promise<string> {
  const personIds = [...new Set(request.personIds)];
  // Nobody enters points for themselves.
  if (personIds.includes(actor.id)) refuse('OwnAdoption');
  if (request.adoptedOn > today(tx)) refuse('BadRequest', {}, [{ path: '/adoptedOn', code: 'invalid_value' }]);
  if ((await personsByIds(tx, personIds)).size < personIds.length) refuse('NotFound');
  const scanHash = request.scanHash ?? null;
  if (scanHash && (await picturesByHash(tx, [scanHash])).size === 0) refuse('PictureUnknown');
  const before = await linesOfStory(tx, story.id);
  const known = standingOf(before).some(
    ({ state, facts }) =>
      state !== 'gone' &&
      facts.outlet === request.outlet &&
      facts.medium === request.medium &&
      facts.adoptedOn === request.adoptedOn,
  );
  if (known) refuse('AdoptionKnown');
  const adoption: Adoption = {
    level: request.level,
    medium: request.medium,
    outlet: request.outlet,
    adoptedOn: request.adoptedOn,
    href: request.href ?? null,
    scanHash,
    editionId: null,
    personIds,
    why: 'entered',
    reason,
  };
  return countAdoption(tx, actor, story, adoption, before);
}
