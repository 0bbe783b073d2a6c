import { today } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import type { Ctx } from '#platform/transaction';
import type { AdoptionLevel } from '../contract.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import { linesOfStory, sendersOf } from './adoption-queries.ts';
import { countAdoption } from './count-adoption.ts';
import { mediumOf } from './follow-publication.ts';
import { standingOf } from './standing.ts';

/** Another centre says that it published a story: entered by the program for whoever handed it in here, once for each outlet; what somebody entered or reversed already stays as they left it. Answers whether it was entered: a text of the desk itself, and a translation, count for nobody. */
export async function adoptedElsewhere(
  ctx: Ctx,
  actor: Actor,
  { storyId, ...said }: { storyId: string; level: AdoptionLevel; outlet: string; adoptedOn: string; href: string },
): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, storyId);
    const personIds = await sendersOf(tx, storyId);
    if (story.translationOf || personIds.length === 0) return false;
    const before = await linesOfStory(tx, storyId);
    const medium = await mediumOf(tx, storyId);
    if (standingOf(before).some(({ facts }) => facts.outlet === said.outlet && facts.medium === medium)) return false;
    // Their day may have begun before ours.
    const adoptedOn = said.adoptedOn > today(tx) ? today(tx) : said.adoptedOn;
    const facts = { ...said, adoptedOn, medium, personIds, scanHash: null, editionId: null, why: 'entered' } as const;
    const adoption = await countAdoption(tx, actor, story, facts, before);
    await audit(tx, actor, {
      act: 'adoption.enter',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
      detail: { adoption, level: said.level, medium, persons: personIds.length },
    });
    return true;
  });
}
