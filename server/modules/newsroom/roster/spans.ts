/** A stretch of time; the end is the first moment that no longer belongs to it. */
export interface Span {
  readonly fromAt: Date;
  readonly untilAt: Date;
}

/** What of a stretch nobody covers, in order. Shifts may overlap and come in any order. */
export function uncovered(whole: Span, shifts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = whole.fromAt;
  for (const shift of shifts.toSorted((a, b) => a.fromAt.getTime() - b.fromAt.getTime())) {
    if (shift.untilAt <= at) continue;
    if (shift.fromAt >= whole.untilAt) break;
    if (shift.fromAt > at) gaps.push({ fromAt: at, untilAt: shift.fromAt });
    at = shift.untilAt;
  }
  if (at < whole.untilAt) gaps.push({ fromAt: at, untilAt: whole.untilAt });
  return gaps;
}

/** The days on which a rotation changes between two days, the first one always among them, and the day after the last. */
export function changeDays(fromOn: string, untilOn: string, each: 'day' | 'week' | 'half-month'): string[] {
  const days: string[] = [];
  const end = Date.parse(`${untilOn}T00:00:00Z`);
  for (let at = Date.parse(`${fromOn}T00:00:00Z`); at <= end; at += 86_400_000) {
    const day = new Date(at);
    const date = day.getUTCDate();
    const changes = each === 'day' || (each === 'week' ? day.getUTCDay() === 1 : date === 1 || date === 16);
    if (days.length === 0 || changes) days.push(day.toISOString().slice(0, 10));
  }
  return [...days, new Date(end + 86_400_000).toISOString().slice(0, 10)];
}
