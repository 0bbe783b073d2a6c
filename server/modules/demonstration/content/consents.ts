import type { StoryKey } from './stories.ts';

/** Somebody who can be recognised in the picture of a story, and agreed. */
export interface ConsentContent {
  readonly story: StoryKey;
  readonly by: string;
  readonly hoursAgo: number;
  readonly givenBy: string;
  readonly forWhom?: string;
  readonly way: 'paper' | 'voice' | 'writing';
  readonly scope: string;
  /** Taken back so many hours ago; nobody has seen to it yet. */
  readonly revokedHoursAgo?: number;
}

/** Consents in the library: a beekeeper's word, a mother's for her child, one that was taken back while the story is in review. */
export const demonstrationConsents: readonly ConsentContent[] = [
  { story: 'beekeeper', by: 'linxiaohe', hoursAgo: 206, givenBy: '卜大伯', way: 'voice', scope: '' },
  {
    story: 'kite-class',
    by: 'linxiaohe',
    hoursAgo: 520,
    givenBy: '童童妈妈',
    forWhom: '童童',
    way: 'paper',
    scope: '县里的网站、报纸和文化馆的橱窗',
  },
  {
    story: 'noodle-maker',
    by: 'linxiaohe',
    hoursAgo: 10,
    givenBy: '解师傅',
    way: 'writing',
    scope: '县里的网站',
    revokedHoursAgo: 2,
  },
];
