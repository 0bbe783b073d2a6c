import type { SectionView, StoryLine } from '@xiangyin/server/contract';

/** `GET /sections`. */
export interface SectionListView {
  readonly items: readonly SectionView[];
}
/** `GET /stories`. */
export interface StoryListView {
  readonly items: readonly StoryLine[];
  readonly next: string | null;
}
