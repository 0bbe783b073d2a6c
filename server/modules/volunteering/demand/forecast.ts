/** What is to be expected of a week: as much as the mean, and between low and high in nine cases of ten. */
export interface Expected {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** So many whole weeks are looked back on. */
export const weeksBack = 8;
/** And so many are looked ahead to. */
export const weeksAhead = 4;
const yearOfWeeks = 52;
// Nine in ten of a normal distribution.
const ninetyPercent = 1.645;
// A year says something about the season, but one feast must not treble the forecast.
const season = { least: 0.5, most: 2 };

/** Expects of the weeks to come what the last eight brought on average, times the season: how the same weeks, with the one before and the one after, stood to their eight predecessors a year ago (between a half and twice; 1 without a year of record).
 *  The interval is that of one new week: it grows with how unlike the weeks were, and is never narrower than chance alone makes counts (Poisson). `weeks`: counts of whole weeks, oldest first. Fewer than eight weeks: nothing is said. */
export function forecast(weeks: readonly number[]): Expected[] {
  if (weeks.length < weeksBack) return [];
  const recent = weeks.slice(-weeksBack);
  const mean = meanOf(recent);
  const spread = Math.max(varianceOf(recent), mean);
  return Array.from({ length: weeksAhead }, (_, ahead) => {
    const factor = seasonOf(weeks, weeks.length + ahead);
    const half = ninetyPercent * factor * Math.sqrt(spread * (1 + 1 / weeksBack));
    return {
      mean: round(mean * factor),
      low: round(Math.max(0, mean * factor - half)),
      high: round(mean * factor + half),
    };
  });
}

function seasonOf(weeks: readonly number[], week: number): number {
  const then = week - yearOfWeeks;
  const before = weeks.length - yearOfWeeks;
  if (before - weeksBack < 0) return 1;
  const usual = meanOf(weeks.slice(before - weeksBack, before));
  if (usual === 0) return 1;
  const around = meanOf(weeks.slice(then - 1, then + 2));
  return Math.min(season.most, Math.max(season.least, around / usual));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
const round = (value: number): number => Math.round(value * 10) / 10;
