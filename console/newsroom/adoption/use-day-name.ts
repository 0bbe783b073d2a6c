import dayjs from 'dayjs';
import { dayWords } from '../../kit/day-words.ts';
import { useTag } from '../../kit/language.ts';

/** A calendar day (YYYY-MM-DD) in words, with its year: the ledger is read years later. */
export function useDayName(): (day: string) => string {
  const tag = useTag();
  return (day) => dayWords(dayjs(day), 'day', tag);
}
