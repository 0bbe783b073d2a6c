import { bilingual } from '../../kit/texts.ts';

/** Words of the figures of the stories. */
export const figuresTexts = bilingual(
  'newsroom.figures',
  {
    title: '每周发了多少',
    said: (total: number) => `一共 ${total} 篇，按第一次发出的那一周算，译文不算。`,
    spanTitle: '从交稿到发出',
    spanSaid: '从第一次交稿算起，退回修改的时间也算在内。',
    median: '一半的稿件不超过',
    slow: '九成的稿件不超过',
  },
  {
    title: 'Published by week',
    said: (total) =>
      `${total} ${total === 1 ? 'story' : 'stories'} in all, each in the week of its first publication; translations are left out.`,
    spanTitle: 'From submission to publication',
    spanSaid: 'Counted from the first submission, with the time for changes after a return.',
    median: 'Half of them within',
    slow: 'Nine in ten within',
  },
);
