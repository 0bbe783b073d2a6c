import { isOverUnseen } from '../edition/is-over-unseen.ts';
import { isEmbargoed, isFreeSql } from '../embargo/embargo.ts';
import type { StoryRow } from '../story/story-queries.ts';

/** Whether a story would go out with its release now: signed, and nothing holds it back. What was withdrawn since is not put back together with others, and what is over is not begun. */
export const isReady = (story: StoryRow, at: Date): boolean =>
  story.state === 'signed_off' &&
  story.publicState !== 'withdrawn' &&
  !isOverUnseen(story, at) &&
  !isEmbargoed(story, at);

/** SQL that is true for a story `s` of which `isReady` is, at the moment of this parameter. */
export const readySql = (at: string): string =>
  `s.state = 'signed_off' and s.public_state <> 'withdrawn' and ${isFreeSql(at)} and (s.public_state <> 'unpublished' or s.valid_until is null or s.valid_until > ${at})`;
