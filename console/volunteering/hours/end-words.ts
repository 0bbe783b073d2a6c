import type { HourDifferenceLine } from '@xiangyin/server/contract';

interface Words {
  readonly nothing: string;
  agreed(minutes: number): string;
  decided(minutes: number): string;
}

/** What came of two versions of how long a visit took. */
export function endWords({ way, minutes }: NonNullable<HourDifferenceLine['end']>, words: Words): string {
  if (way === 'agreed') return words.agreed(minutes);
  return minutes === 0 ? words.nothing : words.decided(minutes);
}
