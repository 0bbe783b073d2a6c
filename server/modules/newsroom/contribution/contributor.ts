import type { Actor } from '#platform/actor';
import { may, mustSomewhere } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { sectionBySlug, sectionsInOrder } from '../section/section-queries.ts';
import type { Section } from '../section/section-queries.ts';

/** What handing in comes down to, with one's own texts alone. */
const within = ['story.read', 'story.write', 'story.edit', 'story.submit', 'story.take-back', 'picture.store'];

/** The sender as the desk's verbs see them. A token that may hand in contributions needs no further ability for what that takes; it gains none that its owner lacks. */
export const asContributor = (actor: Actor): Actor =>
  actor.scopes?.includes('contribution.send') ? { ...actor, scopes: [...actor.scopes, ...within] } : actor;

/** Where a contribution goes: a section, and the first place of its sender from which they may write there. */
export interface Door {
  readonly section: Section;
  readonly placeId: string;
}

/** The door that a sender names by its slug; empty: the first that is open to them. Refuses: NotFound (404) for a section that is not there, Forbidden (403). */
export async function doorFor(tx: Tx, actor: Actor, slug: string): Promise<Door> {
  mustSomewhere(tx, actor, 'contribution.send');
  if (slug === '') return found((await openDoors(tx, actor))[0]);
  const section = await sectionBySlug(tx, slug);
  if (section.endedAt) refuse('NotFound');
  return doorOf(tx, actor, section) ?? refuse('Forbidden', { ability: 'story.write' });
}

/** Every door that is open to a sender, in the county's order. */
export const openDoors = async (tx: Tx, actor: Actor): Promise<Door[]> =>
  (await sectionsInOrder(tx)).flatMap((section) => doorOf(tx, actor, section) ?? []);

function doorOf(tx: Tx, actor: Actor, section: Section): Door | undefined {
  const placeId = actor.grants
    .map((grant) => grant.placeId)
    .find((one) => may(tx, actor, 'story.write', { placeIds: [one], unitId: section.unitId }));
  return placeId === undefined ? undefined : { section, placeId };
}
