import type { Limits } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { deskTexts } from '../desk-texts.ts';
import { clock } from './day-times.ts';

/** The six times with their words, in the order in which an order meets them. `workingDays` names the count that wins where it is given: offices have it, residents and volunteers do not. */
export const timeNames = [
  { key: 'answerWithinMinutes', word: 'answer', workingDays: 'answerWithinWorkingDays' },
  { key: 'arrangeWithinMinutes', word: 'arrange', workingDays: 'arrangeWithinWorkingDays' },
  { key: 'offerExpiresMinutes', word: 'offer', workingDays: null },
  { key: 'urgentOfferExpiresMinutes', word: 'urgentOffer', workingDays: null },
  { key: 'confirmWithinMinutes', word: 'confirm', workingDays: null },
  { key: 'rateWithinMinutes', word: 'rate', workingDays: null },
] as const;
export type TimeName = (typeof timeNames)[number];

/** A time as a field of a form holds it. */
export interface Span {
  readonly minutes: number | null;
  readonly workingDays: number | null;
}

/** One of the times of a row, as its field holds it. */
export const spanOf = (limits: Limits, { key, workingDays }: TimeName): Span => ({
  minutes: limits[key],
  workingDays: workingDays ? limits[workingDays] : null,
});

/** One of the times of a row in words. `hours`: between which of the day's it runs; null: day and night. */
export interface SaidTime {
  readonly span: string;
  readonly hours: readonly [string, string] | null;
  /** Both in one line. */
  readonly whole: string;
}

/** Says one of the times of a row. */
export function useLimitWords(): (limits: Limits, name: TimeName) => SaidTime {
  const { limits: words } = useWords(deskTexts);
  const times = useTimes();
  return (limits, name) => {
    const { minutes, workingDays } = spanOf(limits, name);
    const span = workingDays === null ? times.span(minutes ?? 0) : words.workingDays(workingDays);
    const [from, until] = hoursOf(limits, name.word);
    if (workingDays !== null || until - from === 1_440) return { span, hours: null, whole: span };
    return { span, hours: [clock(from), clock(until)], whole: words.between(span, clock(from), clock(until)) };
  };
}

// Between which minutes of the day a time runs; day and night for most.
function hoursOf(limits: Limits, word: TimeName['word']): [number, number] {
  if (word === 'answer') return [limits.answeredFrom, limits.answeredUntil];
  if (word === 'offer') return [limits.offersAnsweredFrom, limits.offersAnsweredUntil];
  return [0, 1_440];
}
