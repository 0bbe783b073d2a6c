import { atHome } from './gate.ts';
import type { Gate } from './gate.ts';
import { minutesLeftInWeek, minutesOf } from './room-left.ts';

/** Minors by the county's age bands (未成年人保护法; 志愿服务条例 art. 15 asks for fitting age), and two who shall not meet. */
export const whoTheyAre: readonly Gate[] = [
  { rule: 'age', of: 'everybody', blocks: ({ band }) => band !== null && !band.accepted },
  {
    rule: 'guardian',
    of: 'everybody',
    atTheDoor: true,
    blocks: ({ band, volunteer, person }) =>
      Boolean(band?.guardian) && !volunteer.guardianAgreed && !person?.guardianAgreedAt,
  },
  // Taken back, it holds for what was promised too: nobody is kept to a home by an earlier word (个人信息保护法 art. 15).
  {
    rule: 'homes',
    of: 'everybody',
    atTheDoor: true,
    blocks: ({ volunteer }, { facts }) => atHome(facts) && !volunteer.homeVisits,
  },
  { rule: 'child', of: 'everybody', blocks: ({ band }, { facts }) => atHome(facts) && band?.homes === 'never' },
  { rule: 'minor-alone', of: 'lead', blocks: ({ band }, { facts }) => atHome(facts) && band?.homes === 'accompanied' },
  {
    rule: 'minor-hours',
    of: 'everybody',
    blocks: ({ band }, { fromMinute, untilMinute }) =>
      band !== null && (fromMinute < band.notBefore || untilMinute > band.notAfter),
  },
  {
    rule: 'minor-week',
    of: 'everybody',
    blocks(whom, asked) {
      const left = minutesLeftInWeek(whom, asked.day);
      return left !== null && asked.besides.minutes + minutesOf(asked) > left;
    },
  },
  { rule: 'excluded', of: 'everybody', blocks: ({ excluded }) => excluded },
];
