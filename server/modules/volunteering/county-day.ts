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

/** The moment at which the county's wall shows a day and a minute of it (0 to 1440). */
export function momentOn(day: string, minuteOfDay: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000;
  const shown = (at: number): number => {
    const wall = onTheWall(new Date(at), timeZone);
    return Date.parse(`${wall.day}T00:00:00Z`) + wall.minuteOfDay * 60_000;
  };
  const guess = wanted + wanted - shown(wanted);
  // Where the clocks are changed between the two, the guess is an hour off.
  return new Date(guess + wanted - shown(guess));
}

/** The first moment of a day in the county. */
export const midnightOf = (day: string, timeZone: string): Date => momentOn(day, 0, timeZone);

/** The first moment of the day after the one in which `at` lies, in the county's zone. */
export const nextMidnight = (at: Date, timeZone: string): Date =>
  midnightOf(dayAfter(onTheWall(at, timeZone).day, 1), timeZone);

/** The Monday of the week in which a calendar day lies. */
export function weekOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return dayAfter(day, 1 - weekday);
}

/** Whole years between two calendar days. */
export const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
