import { registrationOf } from '#portal';
import type { County } from '#platform/county';
import type { Registration } from './contract.ts';

/** The county's numbers as its settings hold them; empty where nothing was entered. */
export function registrationIn(settings: County['settings']): Registration {
  const { licence = '', icp = '', police = '', complaints = '', register = '' } = registrationOf(settings);
  return { licence, icp, police, complaints, register };
}
