import type { Dayjs } from 'dayjs';
import type { AssignmentView, IdeaLine } from '@xiangyin/server/contract';

/** What stands on a day: an idea that happens, or an assignment that is due. */
export interface DayEntry {
  readonly key: string;
  readonly idea: IdeaLine;
  readonly kind: 'idea' | 'due';
  /** What is due. */
  readonly assignment?: AssignmentView;
  /** The time of day, where there is one. */
  readonly at: string | null;
}

const isoDay = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** The whole weeks, Monday to Sunday, that show a month; or the one week of a day. */
export function daysShown(day: Dayjs, whole: 'month' | 'week'): Dayjs[] {
  const first = whole === 'month' ? day.startOf('month') : day;
  const monday = first.subtract((first.day() + 6) % 7, 'day').startOf('day');
  const last = whole === 'month' ? day.endOf('month') : monday.add(6, 'day');
  const count = whole === 'month' ? Math.ceil((last.diff(monday, 'day') + 1) / 7) * 7 : 7;
  return Array.from({ length: count }, (_, at) => monday.add(at, 'day'));
}

/** What stands on each day, by time; whole days first. `zoned` brings a time of the record into the county. */
export function entriesByDay(ideas: readonly IdeaLine[], zoned: (iso: string) => Dayjs): Map<string, DayEntry[]> {
  const days = new Map<string, DayEntry[]>();
  const put = (day: string, entry: DayEntry): void => {
    days.set(day, [...(days.get(day) ?? []), entry]);
  };
  for (const idea of ideas) {
    for (const day of daysOf(idea))
      put(day, {
        key: `${idea.id} ${day}`,
        idea,
        kind: 'idea',
        at: idea.startsAt && day === idea.fromOn ? idea.startsAt : null,
      });
    for (const one of idea.assignments)
      if (one.dueAt && one.state !== 'cancelled' && one.state !== 'done')
        put(isoDay(zoned(one.dueAt)), { key: one.id, idea, kind: 'due', assignment: one, at: one.dueAt });
  }
  for (const entries of days.values()) entries.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  return days;
}

const mostDays = 62;

// A window of years would fill every day there is: the calendar shows its first two months.
function daysOf(idea: IdeaLine): string[] {
  if (!idea.fromOn || !idea.untilOn) return [];
  const days: string[] = [];
  for (let at = Date.parse(`${idea.fromOn}T00:00:00Z`); days.length < mostDays; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > idea.untilOn) break;
    days.push(day);
  }
  return days;
}
