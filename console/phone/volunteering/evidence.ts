import type { HourLine } from '@xiangyin/server/contract';
import type { TextKey } from '../kit/language.ts';

/** How well hours are proven, in words. */
export const evidence: Readonly<Record<HourLine['evidence'], TextKey>> = {
  witnessed: 'evidence.witnessed',
  'device-timed': 'evidence.device-timed',
  'organiser-attested': 'evidence.organiser-attested',
  'typed-in-later': 'evidence.typed-in-later',
};
