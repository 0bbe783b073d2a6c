import type { CopyAct, CopyView } from '@xiangyin/server/contract';
import type { Many } from '../kit/list/many/many-spec.ts';
import { useWords } from '../kit/texts.ts';
import { channelsTexts } from './channels-texts.ts';
import { useCopyWords } from './copy-words.ts';

/** What can be done to several copies at once: tried again, or given up. */
export function useManyCopies(): Many<CopyView> {
  const words = useWords(channelsTexts);
  const wordsOf = useCopyWords();
  return {
    path: '/copies/batches',
    nameOf: ({ storyTitle, channelName }) => `${storyTitle} · ${channelName}`,
    acts: [
      {
        key: 'retry',
        label: words.again,
        fits: ({ abilities }) => abilities.includes('copy.retry'),
        act: ({ id }): CopyAct => ({ do: 'retry', id }),
        effect: (copy) => `${wordsOf(copy).state} → ${copy.retry === null ? words.again : words.retries[copy.retry]}`,
      },
      {
        key: 'give-up',
        label: words.giveUp,
        fits: ({ abilities }) => abilities.includes('copy.give-up'),
        act: ({ id }): CopyAct => ({ do: 'give-up', id }),
        effect: (copy) => `${wordsOf(copy).state} → ${words.problems['given-up']}`,
      },
    ],
  };
}
