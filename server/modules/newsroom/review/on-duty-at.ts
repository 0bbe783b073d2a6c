import { holdersOf } from '#access';
import type { Tx } from '#platform/transaction';
import { placeOf } from '../story/story-queries.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** Who is on duty where the story belongs; with nobody on duty its editors. */
export async function onDutyAt(tx: Tx, story: StoryRow): Promise<string[]> {
  const where = { placeId: placeOf(story) ?? undefined, unitId: story.unitId };
  const onDuty = await holdersOf(tx, { roles: ['editor', 'section-head', 'chief-editor'], ...where, onDuty: true });
  return onDuty.length > 0 ? onDuty : holdersOf(tx, { roles: ['editor'], ...where });
}
