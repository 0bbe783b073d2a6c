const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

/** A moment on the county's wall: its day (YYYY-MM-DD), hour, minute of the day, month (1 to 12) and ISO weekday (1 is Monday). */
export function onTheWall(
  at: Date,
  timeZone: string,
): { day: string; hour: number; minuteOfDay: number; month: number; weekday: number } {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const hour = Number(parts['hour']);
  return {
    day,
    hour,
    minuteOfDay: hour * 60 + Number(parts['minute']),
    month: Number(parts['month']),
    weekday: new Date(`${day}T00:00:00Z`).getUTCDay() || 7,
  };
}

/** The calendar day so many days after `day`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The first moment of the day after the one in which `at` lies, in the county's zone. */
export function nextMidnight(at: Date, timeZone: string): Date {
  const { minuteOfDay } = onTheWall(at, timeZone);
  const guess = new Date(Math.floor(at.getTime() / 60_000) * 60_000 + (1_440 - minuteOfDay) * 60_000);
  // Where the clocks were changed that night, the guess is an hour off.
  const off = onTheWall(guess, timeZone).minuteOfDay;
  return off === 0 ? guess : new Date(guess.getTime() - (off > 720 ? off - 1_440 : off) * 60_000);
}

/** The Monday of the week in which a calendar day lies. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return dayAfter(day, 1 - weekday);
}

/** Whole years between two calendar days. */
export const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
