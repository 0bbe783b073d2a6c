import type { Language } from '#platform/i18n';
import type { Tx } from '#platform/transaction';
import { storyTeasers } from '../lists/public-stories.ts';
import type { FoundTeaser } from '../lists/public-stories.ts';
import { nextFrontChange, slotCount, standingPlacements } from './placement-queries.ts';

/** A front as readers see it at the time of the transaction. */
export interface Front {
  /** Its places from the head of the page: what an editor put there, else the newest that stands nowhere else on it. The newest with a picture goes to the head. */
  readonly slots: readonly { slot: number; shown: FoundTeaser | null; placementId: string | null }[];
  /** The newest that stand in no place. */
  readonly rest: readonly FoundTeaser[];
  /** When it looks otherwise by the clock alone. */
  readonly changesAt: Date | null;
}

/** What stands on a front. Without any figure of readers: by an editor's hand, or by time. `fill`: how many of the places are filled when nobody put anything there; `newest`: how many stories are read for it and the rest. */
export async function frontTeasers(
  tx: Tx,
  language: Language,
  asked: { sectionId: string | null; fill: number; newest?: number },
): Promise<Front> {
  const of = asked.sectionId ? { sectionId: asked.sectionId } : { kind: 'story' as const };
  const newest = await storyTeasers(tx, language, { ...of, limit: asked.newest ?? 24 });
  const placed = await standingPlacements(tx, asked.sectionId, tx.at);
  const ids = [...new Set([...placed.values()].map((one) => one.storyId))];
  const known = new Map(newest.map((one) => [one.id, one]));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0)
    for (const one of await storyTeasers(tx, language, { ids: missing, limit: missing.length })) known.set(one.id, one);
  const free = newest.filter((one) => !ids.includes(one.id));
  const shownAlready = new Set<string>();
  const slots = Array.from({ length: slotCount }, (_, at) => {
    const slot = at + 1;
    const placement = placed.get(slot);
    const story = placement && known.get(placement.storyId);
    // The same story twice on one page helps nobody: the lower place is filled by itself.
    if (placement && story && !shownAlready.has(story.id)) {
      shownAlready.add(story.id);
      return { slot, shown: story, placementId: placement.id };
    }
    if (slot > asked.fill) return { slot, shown: null, placementId: null };
    const next = (slot === 1 ? free.find((one) => one.teaser.picture) : undefined) ?? free[0];
    if (next) free.splice(free.indexOf(next), 1);
    return { slot, shown: next ?? null, placementId: null };
  });
  return { slots, rest: free, changesAt: await nextFrontChange(tx, asked.sectionId, tx.at) };
}
