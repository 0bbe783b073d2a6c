import type { CopyView } from '@xiangyin/server/contract';
import { say, type TextKey } from '../kit/language.ts';
import { triedProblems } from './tried-problems.ts';

const looks: Readonly<Record<CopyView['state'], string>> = {
  planned: 'info',
  waiting: 'info',
  sending: 'info',
  accepted: 'ok',
  published: 'ok',
  drifted: 'hot',
  failed: 'hot',
  manual: 'due',
  withdrawing: 'due',
  withdrawn: '',
  superseded: '',
};
const problems: Readonly<Record<string, TextKey>> = {
  stopped: 'copy.problem.stopped',
  ...triedProblems,
  'channel-off': 'copy.problem.channel-off',
  'given-up': 'copy.problem.given-up',
  'not-withdrawn': 'copy.problem.not-withdrawn',
};

/** How a copy stands, in words, with the look of its tag. "Read back word for word" is said only when the very hash came back. */
export function copyState(copy: CopyView): { readonly words: string; readonly look: string; readonly met: string } {
  const isSeen = copy.state === 'published' && copy.problem === null && copy.hashSeen === copy.hashSent;
  const isMissing = copy.state === 'drifted' && copy.problem === 'not-there';
  const known = copy.problem === null ? undefined : problems[copy.problem];
  const met = known ?? (copy.state === 'failed' ? 'copy.problem.other' : undefined);
  return {
    words: say(isSeen ? 'copy.seen' : isMissing ? 'copy.missing' : `copy.state.${copy.state}`),
    look: looks[copy.state],
    met: [met ? say(met) : '', copy.waitsFor ? say(`copy.waits.${copy.waitsFor}`) : '', uncomparedOf(copy)]
      .filter(Boolean)
      .join(' · '),
  };
}

function uncomparedOf({ uncompared }: CopyView): string {
  if (uncompared === null) return '';
  return say(uncompared === 'own-words' || uncompared === 'accepted' ? `copy.${uncompared}` : 'copy.uncompared');
}
