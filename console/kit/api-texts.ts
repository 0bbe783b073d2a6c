import { bilingual } from './texts.ts';

/** Words for when there is no answer to show. */
export const apiTexts = bilingual(
  {
    offline: '没有连上。写的都还在，有网了再试一次。',
    somebodyElse: '登录的是另一个人，刚才那一步没有办。写的都留给原来那位。',
    failed: (status: number) => `这一步没有办成（${status}）。请再试一次。`,
  },
  {
    offline: 'No connection. What you wrote is kept; try again when the network is back.',
    somebodyElse:
      'Somebody else signed in, so the last step was not done. What was written is kept for whoever wrote it.',
    failed: (status) => `That did not work (${status}). Please try again.`,
  },
);
