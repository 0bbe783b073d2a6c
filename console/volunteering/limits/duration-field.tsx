import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import type { Span } from './limit-span.ts';

const minutesIn = { minutes: 1, hours: 60, days: 1_440, 'working-days': 1_440 } as const;
type Unit = keyof typeof minutesIn;
const longestMinutes = 525_600;
const longestWorkingDays = 60;

/** A span of time as people say it; `withWorkingDays` offers that unit too. */
export function DurationField({
  id,
  label,
  withWorkingDays,
  value,
  onChange,
}: {
  id?: string;
  label: string;
  withWorkingDays: boolean;
  value?: Span | null;
  onChange?: (span: Span | null) => void;
}) {
  const { limits } = useWords(deskTexts);
  const [unit, setUnit] = useState<Unit>(() => unitOf(value));
  const minutes = value?.minutes ?? null;
  const count = minutes === null ? null : minutes / minutesIn[unit];
  const units = (Object.keys(minutesIn) as Unit[]).filter((key) => withWorkingDays || key !== 'working-days');
  const longest = (of: Unit): number =>
    of === 'working-days' ? longestWorkingDays : Math.floor(longestMinutes / minutesIn[of]);
  const say = (typed: number, of: Unit): void => {
    const whole = Math.min(longest(of), Math.max(1, Math.round(typed)));
    onChange?.({ minutes: whole * minutesIn[of], workingDays: of === 'working-days' ? whole : null });
  };
  return (
    <Space.Compact block>
      <InputNumber
        {...(id === undefined ? {} : { id })}
        min={1}
        max={longest(unit)}
        precision={0}
        value={count}
        onChange={(typed) => (typed === null ? onChange?.(null) : say(typed, unit))}
        style={{ width: '42%' }}
      />
      <Select<Unit>
        aria-label={limits.unitOf(label)}
        value={unit}
        options={units.map((key) => ({ value: key, label: limits.units[key] }))}
        onChange={(next) => {
          setUnit(next);
          if (count !== null) say(count, next);
        }}
        style={{ width: '58%' }}
      />
    </Space.Compact>
  );
}

function unitOf(span: Span | null | undefined): Unit {
  const minutes = span?.minutes ?? 0;
  if (span?.workingDays) return 'working-days';
  if (minutes > 0 && minutes % 1_440 === 0) return 'days';
  return minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes';
}
