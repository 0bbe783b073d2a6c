import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { AdoptionReversal } from '../contract.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import { linesOfStory, storyOfAdoption } from './adoption-queries.ts';
import { countOnce } from './count-once.ts';
import { countEntered } from './enter-adoption.ts';
import { standingOf } from './standing.ts';
import { countAgain, reverseLine } from './write-line.ts';

/** Amends an error in the ledger: the adoption is taken back with a reason, and what is right is entered anew. Both stay. Answers the story's id.
 *  Refuses: AdoptionGone (409) for what was taken back or withdrawn, OwnAdoption (403) for a share of one's own, and as `enterAdoption`. */
export async function reverseAdoption(
  ctx: Ctx,
  actor: Actor,
  adoptionId: string,
  request: AdoptionReversal,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, found(await storyOfAdoption(tx, adoptionId)));
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'adoption.reverse', story);
    const one = found(standingOf(await linesOfStory(tx, story.id)).find(({ id }) => id === adoptionId));
    if (one.last.some((line) => line.personId === actor.id)) refuse('OwnAdoption');
    if (one.state === 'gone') refuse('AdoptionGone');
    for (const line of one.last) {
      // What stood behind a higher one is counted and taken back at once, so that its last line says why it is gone.
      const counted = line.kind === 'counted' ? line : await countAgain(tx, actor, line, 'counts-again');
      await reverseLine(tx, actor, counted, 'mistaken', request.reason);
    }
    await countOnce(tx, actor, await linesOfStory(tx, story.id), one.facts.medium);
    if (request.instead) await countEntered(tx, actor, story, request.instead, request.reason);
    await audit(tx, actor, {
      act: 'adoption.reverse',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { adoption: adoptionId, instead: request.instead !== undefined },
    });
    return story.id;
  });
}
