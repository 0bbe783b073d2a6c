import pg from 'pg';

const readAny = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);

/** Reads a `timestamptz` as PostgreSQL writes it, cut to milliseconds: the usual form ("2026-11-27 14:00:17.519+00", a server that speaks UTC) several times as fast as the driver, any other as the driver does. */
export function readMoment(text: string): Date {
  const end = text.length - 3;
  // Years of four digits that do not begin with 0.
  if (end < 19 || end > 26 || !text.endsWith('+00') || text[10] !== ' ' || text[0] === '0')
    return readAny(text) as Date;
  // Written after the point: tenths, hundredths, thousandths.
  const thousandths =
    (end > 20 ? digit(text, 20) * 100 : 0) + (end > 21 ? digit(text, 21) * 10 : 0) + (end > 22 ? digit(text, 22) : 0);
  return new Date(
    Date.UTC(
      pair(text, 0) * 100 + pair(text, 2),
      pair(text, 5) - 1,
      pair(text, 8),
      pair(text, 11),
      pair(text, 14),
      pair(text, 17),
      thousandths,
    ),
  );
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const pair = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1);
