import { createHash } from 'node:crypto';

/** Draws `count` of these days (YYYY-MM-DD) so that anybody can draw them again: each day's SHA-256 over `seed \n county \n day`, the smallest first. Answers them by date. */
export function drawDays(county: string, seed: string, candidates: readonly string[], count: number): string[] {
  const rank = (day: string): string => createHash('sha256').update(`${seed}\n${county}\n${day}`).digest('hex');
  return candidates
    .map((day) => ({ day, rank: rank(day) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ day }) => day)
    .toSorted();
}
