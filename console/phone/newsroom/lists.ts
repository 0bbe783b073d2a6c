import type { ListedStory, SectionView, SubmissionView } from '@xiangyin/server/contract';

/** `GET /sections`. */
export interface SectionListView {
  readonly items: readonly SectionView[];
}
/** `GET /stories`. */
export interface StoryListView {
  readonly items: readonly ListedStory[];
  readonly next: string | null;
}
/** `GET /submissions`. */
export interface SubmissionListView {
  readonly items: readonly SubmissionView[];
  readonly next: string | null;
}
