import { bilingual } from './texts.ts';

/** Words for when there is no answer to show. */
export const apiTexts = bilingual(
  'kit.api',
  {
    offline: '没有连上。写的都还在，有网了再试一次。',
    failed: (status: number) => `这一步没有办成（${status}）。请再试一次。`,
  },
  {
    offline: 'No connection. What you wrote is kept; try again when the network is back.',
    failed: (status) => `That did not work (${status}). Please try again.`,
  },
);
