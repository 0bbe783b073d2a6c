import type { SectionView, StoryLine, SubmissionView } from '@xiangyin/server/contract';

/** `GET /sections`. */
export interface SectionListView {
  readonly items: readonly SectionView[];
}
/** `GET /stories`. */
export interface StoryListView {
  readonly items: readonly StoryLine[];
  readonly next: string | null;
}
/** `GET /submissions`. */
export interface SubmissionListView {
  readonly items: readonly SubmissionView[];
  readonly next: string | null;
}
