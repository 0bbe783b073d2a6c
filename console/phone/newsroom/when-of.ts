import type { IdeaLine } from '@xiangyin/server/contract';
import { dayOfDate, momentOf } from '../kit/county-time.ts';

/** When an idea is about: its moment, else its day; empty when neither is said. */
export const whenOf = ({ startsAt, fromOn }: Pick<IdeaLine, 'startsAt' | 'fromOn'>): string =>
  startsAt ? momentOf(startsAt) : fromOn ? dayOfDate(fromOn) : '';
