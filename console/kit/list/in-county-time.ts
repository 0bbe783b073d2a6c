import { wallClock } from '../wall-clock.ts';

const isMoment = (cell: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/.test(cell);

/** A table whose columns of moments (ISO 8601, UTC) say the county's time, with the zone in their heads: whoever opens the file does not know what Z means. A column holds moments where every cell that is not empty is one. */
export function inCountyTime(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  zone: string,
): readonly (readonly string[])[] {
  const timed = heads.map((_, at) => {
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every(isMoment);
  });
  const clock = (cell: string): string =>
    cell === '' ? '' : wallClock(Date.parse(cell), zone).format('YYYY-MM-DD HH:mm');
  return [
    heads.map((head, at) => (timed[at] ? `${head} (${zone})` : head)),
    ...rows.map((row) => row.map((cell, at) => (timed[at] ? clock(cell) : cell))),
  ];
}
