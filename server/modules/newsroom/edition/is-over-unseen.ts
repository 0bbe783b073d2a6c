import type { StoryRow } from '../story/story-queries.ts';

/** Whether nobody could have read the notice before its end: it is not published any more, and `tellMissed` says so. */
export const isOverUnseen = (story: Pick<StoryRow, 'publicState' | 'validUntil'>, at: Date): boolean =>
  story.publicState === 'unpublished' && story.validUntil !== null && story.validUntil <= at;
