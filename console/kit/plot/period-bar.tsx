import { DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { kitTexts } from '../kit-texts.ts';
import { useWords } from '../texts.ts';
import { useTimes } from '../time.ts';
import { useAddress } from '../use-address.ts';

const form = 'YYYY-MM-DD';
/** The longest that figures are answered for, a little over two years. */
const longestDays = 800;

/** The period in the address, as the API takes it; nothing chosen: as far back as the figures usually go. */
export function usePeriod(): { from: string | null; until: string | null } {
  const { chosen } = useAddress();
  const day = (param: string): string | null => {
    const value = chosen(param);
    return dayjs(value, form).isValid() && /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
  };
  return { from: day('from'), until: day('until') };
}

/** Chooses the period of the figures: the last so many weeks, or from one day to another. `shown` is what the API answered for. */
export function PeriodBar({
  shown,
  children,
}: {
  shown: { readonly from: string; readonly until: string } | undefined;
  children?: ReactNode;
}) {
  const words = useWords(kitTexts);
  const times = useTimes();
  const period = usePeriod();
  const { choose } = useAddress();
  const today = times.now();
  const set = (from: string | null, until: string | null): void => choose({ from, until });
  const back = (days: number): string => today.subtract(days - 1, 'day').format(form);
  const ways = ([26, 52, 104] as const).map((weeks) => ({ value: back(7 * weeks - 6), label: words.lastWeeks(weeks) }));
  const chosen = period.until === null ? (period.from ?? '') : 'own';
  const known = ways.some(({ value }) => value === chosen) || chosen === '';
  const from = shown ? dayjs(shown.from) : null;
  const until = shown ? dayjs(shown.until) : null;
  const pick = (begins: Dayjs | null, ends: Dayjs | null): void =>
    set(begins?.format(form) ?? null, ends?.format(form) ?? null);
  return (
    <div className="plot-bar">
      <Select
        className="select"
        aria-label={words.period}
        value={known ? chosen : 'own'}
        options={[
          { value: '', label: words.usualPeriod },
          ...ways,
          ...(known ? [] : [{ value: 'own', label: words.ownPeriod }]),
        ]}
        onChange={(value: string) => set(value === '' ? null : value, null)}
      />
      <DatePicker
        aria-label={words.fromDay}
        allowClear={false}
        value={from}
        disabledDate={(day) =>
          until !== null && (day.isAfter(until, 'day') || day.isBefore(until.subtract(longestDays, 'day')))
        }
        onChange={(day) => pick(day, until)}
      />
      <DatePicker
        aria-label={words.untilDay}
        allowClear={false}
        value={until}
        disabledDate={(day) =>
          from !== null && (day.isBefore(from, 'day') || day.isAfter(from.add(longestDays, 'day')))
        }
        onChange={(day) => pick(from, day)}
      />
      {children}
    </div>
  );
}
