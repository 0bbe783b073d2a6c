import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { bilingual, useWords } from '../kit/texts.ts';
import { fromCounty, useTimes } from '../kit/time.ts';

/** The words of the field. */
export const texts = bilingual(
  'volunteering.happened-field',
  { when: '什么时候的事（不填就是现在）', hint: '补记的，写原来的时间；记下的时间另外留着。' },
  {
    when: 'When it happened (empty: now)',
    hint: 'Writing it down later? Give the time it really happened; when you wrote it down is kept beside it.',
  },
);

/** What a form with such a field gives. */
export interface TypedHappened {
  happenedAt?: Dayjs | null;
}

/** When something happened that the desk types in later. */
export function HappenedField() {
  const words = useWords(texts);
  const times = useTimes();
  return (
    <Form.Item name="happenedAt" label={words.when} extra={words.hint}>
      <DatePicker
        style={{ width: '100%' }}
        showTime={{ format: 'HH:mm' }}
        disabledDate={(day) => day.isAfter(dayjs(times.now().format('YYYY-MM-DD')), 'day')}
      />
    </Form.Item>
  );
}

/** The same as the API takes it, of a county in this zone; nothing: it is now. */
export const happenedOf = ({ happenedAt }: TypedHappened, zone: string): { happenedAt?: string } =>
  happenedAt ? { happenedAt: fromCounty(happenedAt, zone) } : {};
