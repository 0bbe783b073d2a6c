import { InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';

const minutesIn = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof minutesIn;
const longest = 525_600;

/** A span of time as people say it; as a field of a form its value is in minutes. */
export function DurationField({
  id,
  label,
  value,
  onChange,
}: {
  id?: string;
  label: string;
  value?: number | null;
  onChange?: (minutes: number | null) => void;
}) {
  const { limits } = useWords(deskTexts);
  const [unit, setUnit] = useState<Unit>(() => unitOf(value ?? 0));
  const count = typeof value === 'number' ? value / minutesIn[unit] : null;
  return (
    <Space.Compact block>
      <InputNumber
        {...(id === undefined ? {} : { id })}
        min={1}
        max={Math.floor(longest / minutesIn[unit])}
        precision={0}
        value={count}
        onChange={(typed) => onChange?.(typed === null ? null : typed * minutesIn[unit])}
        style={{ width: '60%' }}
      />
      <Select<Unit>
        aria-label={limits.unitOf(label)}
        value={unit}
        options={(Object.keys(minutesIn) as Unit[]).map((key) => ({ value: key, label: limits.units[key] }))}
        onChange={(next) => {
          setUnit(next);
          if (count !== null) onChange?.(Math.max(1, Math.round(count)) * minutesIn[next]);
        }}
        style={{ width: '40%' }}
      />
    </Space.Compact>
  );
}

const unitOf = (minutes: number): Unit =>
  minutes > 0 && minutes % 1_440 === 0 ? 'days' : minutes > 0 && minutes % 60 === 0 ? 'hours' : 'minutes';
