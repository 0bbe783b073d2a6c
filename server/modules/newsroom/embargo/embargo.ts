import { refuse } from '#platform/refuse';
import type { StoryRow } from '../story/story-queries.ts';

type Bound = Pick<StoryRow, 'embargoUntil'>;

/** Whether the story may not be published at this moment, because its source asked so. */
export const isEmbargoed = ({ embargoUntil }: Bound, at: Date): boolean => embargoUntil !== null && embargoUntil > at;

/** Refuses: Embargoed (409) before the moment that the source named. */
export function mustBeFree(story: Bound & { readonly id: string }, at: Date): void {
  if (isEmbargoed(story, at))
    refuse('Embargoed', { storyId: story.id, until: story.embargoUntil?.toISOString() ?? '' });
}
