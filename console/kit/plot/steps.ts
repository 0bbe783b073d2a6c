import dayjs from 'dayjs';
import { useLanguage } from '../language.ts';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { PlotSpec } from './plot-spec.ts';

/** Distances on an axis of minutes: quarters of an hour, hours, days, weeks. */
export const minuteDistances = [5, 15, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 40_320, 161_280];

/** Weeks, each by its Monday, and months as the steps of a plot. */
export function useSteps() {
  const language = useLanguage();
  const words = useWords(kitTexts);
  const day = language === 'en' ? 'D MMM' : 'M月D日';
  return {
    week: words.week,
    month: words.month,
    weeks: (mondays: readonly string[]): PlotSpec['steps'] =>
      mondays.map((key) => ({
        key,
        short: dayjs(key).format(language === 'en' ? 'D MMM' : 'M/D'),
        whole: `${dayjs(key).format(day)} – ${dayjs(key).add(6, 'day').format(day)}`,
      })),
    months: (months: readonly string[]): PlotSpec['steps'] =>
      months.map((key) => ({
        key,
        short: dayjs(`${key}-01`).format(language === 'en' ? 'MMM' : 'M月'),
        whole: dayjs(`${key}-01`).format(language === 'en' ? 'MMMM YYYY' : 'YYYY年M月'),
      })),
  };
}
