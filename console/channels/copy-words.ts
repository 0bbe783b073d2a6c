import type { CopyView } from '@xiangyin/server/contract';
import type { Tone } from '../kit/tag.tsx';
import { useLanguage } from '../kit/language.ts';
import type { Language } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { kindFormOf } from './kinds/kinds.ts';
import { channelsTexts } from './channels-texts.ts';

type Shown = CopyView['state'] | 'seen' | 'silent' | 'missing';

const tones: Readonly<Record<Shown, Tone>> = {
  planned: 'info',
  waiting: 'info',
  sending: 'info',
  accepted: 'ok',
  published: 'ok',
  seen: 'ok',
  silent: 'due',
  drifted: 'hot',
  missing: 'hot',
  failed: 'hot',
  manual: 'due',
  withdrawing: 'due',
  withdrawn: 'plain',
  superseded: 'plain',
};

// "Read back word for word" is said only when the very hash came back.
function shownState(copy: CopyView): Shown {
  if (copy.state === 'drifted' && copy.problem === 'not-there') return 'missing';
  if (copy.state !== 'published') return copy.state;
  if (copy.problem !== null) return 'silent';
  return copy.hashSeen === copy.hashSent ? 'seen' : 'published';
}

/** What a copy or a test met with, in words. */
export function useProblemWords(): (code: string) => string {
  const { status, ...known } = useWords(channelsTexts).problems;
  return (code) => (code in known ? known[code as keyof typeof known] : status(code.replace(/^status-/, '')));
}

// What the receiver said, in words of its kind, and its own.
const remarkOf = ({ remark, channel }: CopyView, language: Language): { code: string; words: string | null } | null =>
  remark && { code: kindFormOf(channel)?.codes?.[language][remark.code] ?? remark.code, words: remark.words };

const endingOf = ({ state, remark, channel }: CopyView, language: Language): string | undefined =>
  state === 'failed' && remark ? kindFormOf(channel)?.endings?.[language][remark.code] : undefined;

const adviceIn = (known: Readonly<Record<string, string>>, code: string): string | undefined => known[code];

/** How a copy stands, as a sentence with its tone, what it met with or waits for, what its receiver said, and what helps where it failed. */
export function useCopyWords(): (copy: CopyView) => {
  state: string;
  tone: Tone;
  problem: string | null;
  advice: string | null;
  remark: { code: string; words: string | null } | null;
} {
  const { states, waits, advice: advices } = useWords(channelsTexts);
  const problemOf = useProblemWords();
  const language = useLanguage();
  return (copy) => {
    const shown = shownState(copy);
    const remark = remarkOf(copy, language);
    const ending = endingOf(copy, language);
    // It arrived, and was answered: nothing else went wrong.
    if (ending) return { state: ending, tone: 'due', problem: null, advice: null, remark };
    const met = [copy.problem === null ? '' : problemOf(copy.problem), copy.waitsFor ? waits[copy.waitsFor] : ''];
    return {
      state: states[shown],
      tone: tones[shown],
      problem: met.filter(Boolean).join(' · ') || null,
      advice: copy.state === 'failed' && copy.problem !== null ? (adviceIn(advices, copy.problem) ?? null) : null,
      remark,
    };
  };
}
