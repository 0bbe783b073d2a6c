import type { CopyView } from '@xiangyin/server/contract';
import { shownState, toneOf } from '../../channels/shown-state.ts';
import type { ShownState } from '../../channels/shown-state.ts';
import { say, type TextKey } from '../kit/language.ts';
import { triedProblems } from './tried-problems.ts';

const problems: Readonly<Record<string, TextKey>> = {
  stopped: 'copy.problem.stopped',
  ...triedProblems,
  'channel-off': 'copy.problem.channel-off',
  'given-up': 'copy.problem.given-up',
  'not-withdrawn': 'copy.problem.not-withdrawn',
};

const otherwise: Readonly<Partial<Record<ShownState, TextKey>>> = {
  failed: 'copy.problem.other',
  stuck: 'copy.problem.other',
  untold: 'copy.problem.other',
  'not-held': 'copy.problem.other',
};

/** How a copy stands, in the words of the console, with the look of its tag. */
export function copyState(copy: CopyView): { readonly words: string; readonly look: string; readonly met: string } {
  const shown = shownState(copy);
  const tone = toneOf[shown];
  const met = (copy.problem === null ? undefined : problems[copy.problem]) ?? otherwise[shown];
  return {
    words: say(`copy.state.${shown}`),
    look: tone === 'plain' ? '' : tone,
    met: [met ? say(met) : '', copy.waitsFor ? say(`copy.waits.${copy.waitsFor}`) : '', uncomparedOf(copy)]
      .filter(Boolean)
      .join(' · '),
  };
}

function uncomparedOf({ uncompared }: CopyView): string {
  if (uncompared === null) return '';
  return say(uncompared === 'own-words' || uncompared === 'accepted' ? `copy.${uncompared}` : 'copy.uncompared');
}
