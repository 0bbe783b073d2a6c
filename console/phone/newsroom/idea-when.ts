import type { IdeaLine } from '@xiangyin/server/contract';
import { dayOfDate, momentOf } from '../kit/county-time.ts';

/** When an idea is to happen: `今天 18:05`, `明天`, `11月24日–11月27日`; empty: no day is set. */
export function whenOf({ startsAt, fromOn, untilOn }: Pick<IdeaLine, 'startsAt' | 'fromOn' | 'untilOn'>): string {
  if (startsAt) return momentOf(startsAt);
  const days = [...new Set([fromOn, untilOn])].filter((on) => on !== null);
  return days.map(dayOfDate).join('–');
}
