import type { CopyView } from '@xiangyin/server/contract';
import type { Tone } from '../kit/tag.tsx';
import { useTag, type Tag } from '../kit/language.ts';
import { useWords, wordsIn, type Bilingual } from '../kit/texts.ts';
import { kindFormOf } from './kinds/kinds.ts';
import { channelsTexts } from './channels-texts.ts';
import { shownState, toneOf } from './shown-state.ts';
import type { ShownState } from './shown-state.ts';

/** What a copy or a test met with, in words. */
export function useProblemWords(): (code: string) => string {
  const { status, ...known } = useWords(channelsTexts).problems;
  return (code) => (code in known ? known[code as keyof typeof known] : status(code.replace(/^status-/, '')));
}

// What the receiver said, in words of its kind, and its own.
const remarkOf = ({ remark, channel }: CopyView, tag: Tag): { code: string; words: string | null } | null =>
  remark && { code: codeIn(kindFormOf(channel)?.codes, tag, remark.code) ?? remark.code, words: remark.words };

const endingOf = ({ state, remark, channel }: CopyView, tag: Tag): string | undefined =>
  state === 'failed' && remark ? codeIn(kindFormOf(channel)?.endings, tag, remark.code) : undefined;

type Codes = Bilingual<Readonly<Record<string, string>>>;
const codeIn = (codes: Codes | undefined, tag: Tag, code: string): string | undefined =>
  codes && wordsIn(codes, tag)[code];

// What is to be done again where no further try is made.
const advisedActs: Readonly<Partial<Record<ShownState, 'send' | 'take-down' | 'tell-end'>>> = {
  failed: 'send',
  stuck: 'take-down',
  left: 'take-down',
  untold: 'tell-end',
  'not-held': 'tell-end',
};

const adviceIn = (
  known: Readonly<Record<string, (act: string) => string>>,
  code: string | null,
  act: string,
): string | null => (code === null ? null : (known[code]?.(act) ?? null));

/** How a copy stands, as a sentence with its tone, what it met with or waits for, what its receiver said, and what helps where no further try is made. */
export function useCopyWords(): (copy: CopyView) => {
  state: string;
  tone: Tone;
  problem: string | null;
  advice: string | null;
  remark: { code: string; words: string | null } | null;
} {
  const { states, waits, advice, adviceActs } = useWords(channelsTexts);
  const problemOf = useProblemWords();
  const tag = useTag();
  return (copy) => {
    const shown = shownState(copy);
    const remark = remarkOf(copy, tag);
    const ending = endingOf(copy, tag);
    // It arrived, and was answered: nothing else went wrong.
    if (ending) return { state: ending, tone: 'due', problem: null, advice: null, remark };
    // Somebody meant it so: it is no trouble any more.
    if (isSettled(copy)) {
      const meant = copy.problem ?? 'given-up';
      return {
        state: problemOf(meant),
        tone: 'plain',
        problem: null,
        advice: adviceIn(advice, meant, adviceActs.send),
        remark,
      };
    }
    const waitsFor = copy.waitsFor ?? (isRecalledLater(copy) ? 'retry' : null);
    const met = [copy.problem === null ? '' : problemOf(copy.problem), waitsFor ? waits[waitsFor] : ''];
    const act = advisedActs[shown];
    return {
      state: states[shown],
      tone: toneOf[shown],
      problem: met.filter(Boolean).join(' · ') || null,
      advice: act ? adviceIn(advice, copy.problem, adviceActs[act]) : null,
      remark,
    };
  };
}

const isSettled = ({ state, problem }: CopyView): boolean =>
  state === 'failed' && (problem === 'given-up' || problem === 'stopped');

const isRecalledLater = ({ state, problem, dueAt }: CopyView): boolean =>
  state === 'withdrawing' && problem !== null && dueAt !== null;
