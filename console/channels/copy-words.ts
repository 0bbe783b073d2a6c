import type { CopyView } from '@xiangyin/server/contract';
import type { Tone } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { channelsTexts } from './channels-texts.ts';

type Shown = CopyView['state'] | 'seen' | 'silent';

const tones: Readonly<Record<Shown, Tone>> = {
  planned: 'info',
  waiting: 'info',
  sending: 'info',
  accepted: 'ok',
  published: 'ok',
  seen: 'ok',
  silent: 'due',
  drifted: 'hot',
  failed: 'hot',
  manual: 'due',
  withdrawing: 'due',
  withdrawn: 'plain',
  superseded: 'plain',
};

// "Read back word for word" is said only when the very hash came back.
function shownState(copy: CopyView): Shown {
  if (copy.state !== 'published') return copy.state;
  if (copy.problem !== null) return 'silent';
  return copy.hashSeen === copy.hashSent ? 'seen' : 'published';
}

/** How a copy stands, as a sentence with its tone, and what it met with. */
export function useCopyWords(): (copy: CopyView) => { state: string; tone: Tone; problem: string | null } {
  const { states, problems } = useWords(channelsTexts);
  const problemOf = (code: string): string => {
    const { status, ...known } = problems;
    return code in known ? known[code as keyof typeof known] : status(code.replace(/^status-/, ''));
  };
  return (copy) => {
    const shown = shownState(copy);
    return {
      state: states[shown],
      tone: tones[shown],
      problem: copy.problem === null ? null : problemOf(copy.problem),
    };
  };
}
