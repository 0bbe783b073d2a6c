import { bilingual } from '../kit/texts.ts';

/** Words about those who follow the feeds. */
export const feedTexts = bilingual(
  'channels.feed',
  {
    followed: (count: number) =>
      count === 0
        ? '订阅源（RSS、Atom、JSON Feed）有变化时，会推送给登记了的阅读程序；现在还没有谁登记。'
        : `订阅源（RSS、Atom、JSON Feed）有变化时，会推送给登记了的阅读程序：现在有 ${count} 处。`,
    waiting: (count: number) => `还有 ${count} 处没送到，正在再试。`,
  },
  {
    followed: (count: number) =>
      count === 0
        ? 'When a feed (RSS, Atom, JSON Feed) changes, reading programs that asked for it are told; none has asked yet.'
        : `When a feed (RSS, Atom, JSON Feed) changes, reading programs that asked for it are told: ${count} now. `,
    waiting: (count: number) => `${count} not reached yet, being tried again.`,
  },
);
