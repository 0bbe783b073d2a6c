import type { OwnDays } from './contract.ts';

/** The county's own days as its settings hold them; none where nothing was set. */
export const ownDaysOf = (settings: Readonly<Record<string, unknown>>): OwnDays => ({
  daysOff: daysIn(settings['daysOff']),
  daysWorked: daysIn(settings['daysWorked']),
});

const daysIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((day): day is string => typeof day === 'string') : [];
