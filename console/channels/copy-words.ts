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

/** What a copy or a test met with, in words. */
export function useProblemWords(): (code: string) => string {
  const { status, ...known } = useWords(channelsTexts).problems;
  return (code) => (code in known ? known[code as keyof typeof known] : status(code.replace(/^status-/, '')));
}

const adviceIn = (known: Readonly<Record<string, string>>, code: string): string | undefined => known[code];

/** How a copy stands, as a sentence with its tone, what it met with or waits for, and what helps where it failed. */
export function useCopyWords(): (copy: CopyView) => {
  state: string;
  tone: Tone;
  problem: string | null;
  advice: string | null;
} {
  const { states, waits, advice: advices } = useWords(channelsTexts);
  const problemOf = useProblemWords();
  return (copy) => {
    const shown = shownState(copy);
    const met = [copy.problem === null ? '' : problemOf(copy.problem), copy.waitsFor ? waits[copy.waitsFor] : ''];
    return {
      state: states[shown],
      tone: tones[shown],
      problem: met.filter(Boolean).join(' · ') || null,
      advice: copy.state === 'failed' && copy.problem !== null ? (adviceIn(advices, copy.problem) ?? null) : null,
    };
  };
}
