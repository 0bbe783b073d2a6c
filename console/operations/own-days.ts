import dayjs from 'dayjs';

/** A day of the county that is not as in the calendar of its country. */
export type OwnDayKind = 'off' | 'worked';

/** Days in a row of one kind, both included. */
export interface OwnSpan {
  readonly kind: OwnDayKind;
  readonly from: string;
  readonly until: string;
}

/** Every day from the first to the last, both included; at most 62: a slip of the year fills no calendar. */
export function daysBetween(from: string, until: string): string[] {
  const days: string[] = [];
  for (let day = dayjs(from); !day.isAfter(dayjs(until)) && days.length < 62; day = day.add(1, 'day'))
    days.push(day.format('YYYY-MM-DD'));
  return days;
}

/** The days in order, those in a row of one kind together. */
export function spansOf(daysOff: readonly string[], daysWorked: readonly string[]): OwnSpan[] {
  const spans: OwnSpan[] = [];
  const days = [
    ...daysOff.map((on) => ({ on, kind: 'off' as const })),
    ...daysWorked.map((on) => ({ on, kind: 'worked' as const })),
  ].toSorted((a, b) => (a.on < b.on ? -1 : 1));
  for (const { on, kind } of days) {
    const last = spans.at(-1);
    if (last?.kind === kind && dayjs(last.until).add(1, 'day').format('YYYY-MM-DD') === on)
      spans[spans.length - 1] = { ...last, until: on };
    else spans.push({ kind, from: on, until: on });
  }
  return spans;
}
