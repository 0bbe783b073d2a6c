import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { chainTexts } from './chain-texts.ts';

export type DueUnit = 'minutes' | 'hours' | 'days';
const minutesOf: Readonly<Record<DueUnit, number>> = { minutes: 1, hours: 60, days: 1_440 };

/** A number of minutes in the largest unit that says it whole. */
export function dueIn(minutes: number): { value: number; unit: DueUnit } {
  const unit = minutes % 1_440 === 0 ? 'days' : minutes % 60 === 0 ? 'hours' : 'minutes';
  return { value: minutes / minutesOf[unit], unit };
}

/** The other way. */
export const minutesFrom = (value: number, unit: DueUnit): number => Math.round(value * minutesOf[unit]);

/** Steps, roles and times as they are said on these pages. */
export function useChainWords() {
  const words = useWords(newsroomTexts);
  const chain = useWords(chainTexts);
  const steps: Readonly<Record<string, string>> = words.steps;
  const roles: Readonly<Record<string, string>> = words.roles;
  return {
    step: (step: string): string => steps[step] ?? step,
    roles: (all: readonly string[]): string => all.map((role) => roles[role] ?? role).join(chain.or),
    role: (role: string): string => roles[role] ?? role,
    time: (minutes: number): string => {
      const { value, unit } = dueIn(minutes);
      return chain.time[unit](value);
    },
  };
}
