import { Checkbox, DatePicker, Form, InputNumber, Segmented, Select } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { frequencies, waysInMonth, weekdays, type RuleChoice } from './repeat-rule.ts';
import { repeatTexts } from './repeat-texts.ts';
import { useInMonth } from './use-rule-words.ts';

const mostInterval = 11;
const mostTimes = 400;

/** The fields of a rule, under `rule` in the form around them. `day`: that of the idea at hand. */
export function RuleFields({ day }: { day: string }) {
  const words = useWords(repeatTexts);
  const inMonth = useInMonth();
  const form = Form.useFormInstance<{ rule: RuleChoice }>();
  const rule = Form.useWatch('rule', form);
  const freq = rule?.freq ?? 'WEEKLY';
  const ends = rule?.ends ?? 'never';
  const ways = [...new Set([...waysInMonth(day), rule?.inMonth ?? String(Number(day.slice(8)))])];
  return (
    <>
      <Form.Item name={['rule', 'freq']} label={words.how}>
        <Segmented
          aria-label={words.how}
          block
          options={frequencies.map((value) => ({ value, label: words.freqs[value] }))}
        />
      </Form.Item>
      <Form.Item name={['rule', 'interval']} label={words.every} hidden={freq === 'YEARLY'}>
        <Select
          options={Array.from({ length: mostInterval }, (_, at) => ({
            value: at + 1,
            label: words.units[freq](at + 1),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['rule', 'days']}
        label={words.onDays}
        hidden={freq !== 'WEEKLY'}
        rules={[{ required: freq === 'WEEKLY', message: words.needed.days }]}
      >
        <Checkbox.Group className="even" options={weekdays.map((value) => ({ value, label: words.weekdays[value] }))} />
      </Form.Item>
      <Form.Item
        name={['rule', 'inMonth']}
        label={words.inMonth}
        hidden={freq !== 'MONTHLY'}
        extra={/^(?:29|30|31)$/.test(rule?.inMonth ?? '') ? words.shortMonths : undefined}
      >
        <Select options={ways.map((value) => ({ value, label: inMonth(value) }))} />
      </Form.Item>
      <Form.Item name={['rule', 'ends']} label={words.ends}>
        <Segmented
          aria-label={words.ends}
          options={(['never', 'until', 'count'] as const).map((value) => ({ value, label: words.endsOf[value] }))}
        />
      </Form.Item>
      {ends === 'until' && (
        <Form.Item name={['rule', 'until']} rules={[{ required: true, message: words.needed.until }]}>
          <DatePicker aria-label={words.endsOf.until} style={{ width: '100%' }} />
        </Form.Item>
      )}
      {ends === 'count' && (
        <Form.Item name={['rule', 'count']} rules={[{ required: true, message: words.needed.count }]}>
          <InputNumber aria-label={words.count} min={1} max={mostTimes} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
    </>
  );
}
