import type { StoryRow } from './story-queries.ts';

/** Whether it is a notice that the public reads and at whose text nobody works: it may be ended earlier or later, and given its successor, without a new edition. */
export const isStandingNotice = ({
  kind,
  state,
  publicState,
}: Pick<StoryRow, 'kind' | 'state' | 'publicState'>): boolean =>
  kind === 'notice' && state === 'done' && publicState === 'published';
