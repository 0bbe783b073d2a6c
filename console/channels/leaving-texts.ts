import { bilingual } from '../kit/texts.ts';
import { fewNames } from './two-parts.ts';
import { spanWords } from './span-words.ts';

/** Words of what is about to leave and can still be stopped. */
export const leavingTexts = bilingual(
  'channels.leaving',
  {
    bar: '就要发出去的',
    leaves: (seconds: number, names: string) =>
      seconds > 0 ? `${spanWords(seconds, '秒', '分钟')}后发到${names}` : `正要发到${names}`,
    beyond: '发了就收不回来。',
    canStop: (title: string, names: string) => `《${title}》就要发到${names}，现在还能叫停。`,
    stop: '叫停',
    stopOf: (title: string) => `叫停：《${title}》`,
    stopped: (names: string) => `停住了，没有发到${names}。想发可以在稿件里再送。`,
    listed: (all: readonly string[]) => {
      const { names, more } = fewNames(all);
      return more ? `${names.join('、')}等 ${all.length} 处` : names.join('、');
    },
  },
  {
    bar: 'About to leave',
    leaves: (seconds, names) =>
      seconds > 0 ? `leaves for ${names} in ${spanWords(seconds, 's', 'min')}` : `just leaving for ${names}`,
    beyond: 'Once gone, it cannot be called back.',
    canStop: (title, names) => `“${title}” leaves for ${names} soon; it can still be stopped.`,
    stop: 'Stop',
    stopOf: (title) => `Stop: “${title}”`,
    stopped: (names) => `Stopped: nothing went to ${names}. It can still be sent from the story’s page.`,
    listed: (all) => {
      const { names, more } = fewNames(all);
      return more ? `${names.join(', ')} and ${all.length - names.length} more` : names.join(', ');
    },
  },
);
