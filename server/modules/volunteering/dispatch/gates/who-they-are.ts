import { weekOf } from '../../county-day.ts';
import { atHome } from './gate.ts';
import type { Gate, Whom } from './gate.ts';

const minutesInWeek = ({ engagements }: Whom, day: string): number =>
  engagements
    .filter((one) => weekOf(one.day) === weekOf(day))
    .reduce((sum, { startsAt, endsAt }) => sum + (endsAt.getTime() - startsAt.getTime()) / 60_000, 0);

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
    blocks(whom, { day, startsAt, endsAt }) {
      const most = whom.band?.minutesPerWeek ?? null;
      return most !== null && minutesInWeek(whom, day) + (endsAt.getTime() - startsAt.getTime()) / 60_000 > most;
    },
  },
  { rule: 'excluded', of: 'everybody', blocks: ({ excluded }) => excluded },
];
