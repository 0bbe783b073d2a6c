import type { StoryKey, storyList } from './story-list.ts';

/** A story's column (栏目), the same word as in its file's name. */
export type StorySection = (typeof storyList)[number]['section'];

/** One language's words of a story. `paragraphs` is the body in reading order (`[^…]` is a footnote); `alt` says what the picture shows, `caption` what it means. */
export interface StoryText {
  title: string;
  deck: string;
  paragraphs: readonly string[];
  alt: string;
  caption: string;
  /** Pictures of other stories behind the words, in a gallery; what they show is said there. */
  gallery?: readonly { of: StoryKey; caption: string }[];
}

/** Words that a correction struck and set. `right` occurs exactly once in that language's text; the first edition had `wrong` in its place. */
export interface StruckAndSet {
  wrong: string;
  right: string;
  note: string;
}

/** One of the demonstration's stories, in both languages.
 *  `hoursAgo` counts back from the county's clock (2026-11-22 18:59, Asia/Shanghai) to publication, or to submission for a story not yet published. */
export interface StoryContent {
  key: StoryKey;
  section: StorySection;
  kind: 'story' | 'notice';
  /** Names from places.ts, the town before its village. */
  placeNames: readonly string[];
  bylineRole: 'correspondent' | 'editor';
  hoursAgo: number;
  /** Counted from publication; afterwards the page opens with "ended at …". */
  validForHours?: number;
  /** Of a notice that is more than ordinary. */
  level?: 'blue' | 'yellow' | 'orange' | 'red';
  /** The notice that takes over when this one ends. */
  successor?: StoryKey;
  /** A correction already published, `hoursAgo` before the county's clock. */
  correction?: { hoursAgo: number; zh: StruckAndSet; en: StruckAndSet };
  /** Why a reviewer returned the draft. */
  returned?: { hoursAgo: number; zh: string; en: string };
  /** Why the person on duty took the story down for checking. */
  withdrawn?: { hoursAgo: number; zh: string; en: string };
  zh: StoryText;
  en: StoryText;
}
