import type { WeekWindow } from '../people-content.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

/** The usual shapes of a week, by the word used in the tables of volunteers and stations. */
const weekWindows = {
  any: { weekdays: everyDay, from: '08:00', to: '20:00' },
  days: { weekdays: workdays, from: '08:30', to: '17:30' },
  mornings: { weekdays: everyDay, from: '07:00', to: '11:30' },
  afternoons: { weekdays: everyDay, from: '13:30', to: '18:00' },
  evenings: { weekdays: workdays, from: '18:00', to: '21:00' },
  weekends: { weekdays: [6, 7], from: '08:00', to: '20:00' },
  'after-school': { weekdays: workdays, from: '15:30', to: '18:30' },
  saturday: { weekdays: [6], from: '09:00', to: '12:00' },
  'market-days': { weekdays: [2, 5], from: '08:00', to: '16:00' },
} as const satisfies Record<string, WeekWindow>;

/** The windows named in a table's cell ("evenings weekends"). Throws for an unknown word. */
export function weekOf(cell: string): WeekWindow[] {
  return cell.split(' ').map((word) => {
    const window = Object.entries(weekWindows).find(([name]) => name === word)?.[1];
    if (window === undefined) throw new RangeError(`no such hours: ${word}`);
    return window;
  });
}
