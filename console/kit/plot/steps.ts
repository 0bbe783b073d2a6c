import dayjs from 'dayjs';
import { dayWords, type DayForm } from '../day-words.ts';
import { useTag } from '../language.ts';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import type { PlotSpec } from './plot-spec.ts';

/** Distances on an axis of minutes: quarters of an hour, hours, days, weeks. */
export const minuteDistances = [5, 15, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 40_320, 161_280];

/** Weeks, each by its Monday, and months as the steps of a plot. */
export function useSteps() {
  const tag = useTag();
  const words = useWords(kitTexts);
  const say = (key: string, form: DayForm, plus = 0) => dayWords(dayjs(key).add(plus, 'day'), form, tag);
  return {
    week: words.week,
    month: words.month,
    weeks: (mondays: readonly string[]): PlotSpec['steps'] =>
      mondays.map((key) => ({
        key,
        short: say(key, 'tick'),
        whole: `${say(key, 'dayOfYear')} – ${say(key, 'dayOfYear', 6)}`,
      })),
    months: (months: readonly string[]): PlotSpec['steps'] =>
      months.map((key) => ({
        key,
        short: say(`${key}-01`, 'monthOfYear'),
        whole: say(`${key}-01`, 'month'),
      })),
  };
}
