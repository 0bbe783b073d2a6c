import type { Limits } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { deskTexts } from '../desk-texts.ts';

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

/** Says one of the times of a row. */
export function useLimitWords(): (limits: Limits, name: TimeName) => string {
  const { limits: words } = useWords(deskTexts);
  const times = useTimes();
  return (limits, name) => {
    const { minutes, workingDays } = spanOf(limits, name);
    return workingDays === null ? times.span(minutes ?? 0) : words.workingDays(workingDays);
  };
}
