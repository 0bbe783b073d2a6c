import { listed } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { noonOf } from './plan-words.ts';
import { readRule, weekdays } from './repeat-rule.ts';
import { repeatTexts } from './repeat-texts.ts';

/** Where a day stands within its month, in words: `31`, `-1`, `2TU`, `-1FR`. */
export function useInMonth(): (way: string) => string {
  const words = useWords(repeatTexts);
  return (way) => {
    const [, number = '', named = ''] = /^(-?\d+)([A-Z]*)$/.exec(way) ?? [];
    const weekday = weekdays.find((one) => one === named);
    if (!weekday) return number === '-1' ? words.lastDay : words.dayOfMonth(Number(number));
    return number === '-1' ? words.lastOf(words.weekdays[weekday]) : words.nth(Number(number), words.weekdays[weekday]);
  };
}

/** A rule in one line. `startsOn`: the day from which it counts. */
export function useRuleWords(): (rule: string, startsOn: string) => string {
  const words = useWords(repeatTexts);
  const times = useTimes();
  const inMonth = useInMonth();
  return (rule, startsOn) => {
    const choice = readRule(rule, startsOn);
    const days = choice.days.map((day) => words.weekdays[day]);
    const isPlainWeekly = choice.freq === 'WEEKLY' && choice.interval === 1;
    return [
      isPlainWeekly ? words.weekly(days) : words.units[choice.freq](choice.interval),
      choice.freq === 'WEEKLY' && !isPlainWeekly ? words.ofWeek(days) : '',
      choice.freq === 'MONTHLY' ? listed(choice.inMonth.split(',').map(inMonth)) : '',
      choice.ends === 'until' && choice.until
        ? words.until(times.on(noonOf(choice.until.format('YYYY-MM-DD'), times.zoned)))
        : '',
      choice.ends === 'count' ? words.times(choice.count) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
