import dayjs from 'dayjs';
import { useLanguage } from '../../kit/language.ts';

/** A calendar day (YYYY-MM-DD) in words, with its year: the ledger is read years later. */
export function useDayName(): (day: string) => string {
  const form = useLanguage() === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日';
  return (day) => dayjs(day).format(form);
}
