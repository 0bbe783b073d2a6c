import { Button, Form, Input, Select } from 'antd';
import { kitTexts } from './kit-texts.ts';
import { useWords } from './texts.ts';

/** A time of the week that comes back: days 1 (Monday) to 7, `HH:mm`. */
export interface TypedWindow {
  weekdays: number[];
  from: string;
  to: string;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** Fields of a form for times of the week, none or several. `first`: what a new one begins with. */
export function WeekFields({
  name,
  label,
  hint,
  first,
}: {
  name: string;
  label: string;
  hint?: string;
  first: TypedWindow;
}) {
  const { weekTimes, needed: message } = useWords(kitTexts);
  const needed = [{ required: true, message }];
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <Form.Item label={label} extra={hint}>
          {fields.map((field) => (
            <div key={field.key} className="row" style={{ marginBottom: 8 }}>
              <Form.Item name={[field.name, 'weekdays']} noStyle rules={needed}>
                <Select
                  mode="multiple"
                  aria-label={weekTimes.weekdays}
                  placeholder={weekTimes.weekdays}
                  style={{ minWidth: 0, flex: '1 1 100%' }}
                  options={weekdays.map((value) => ({ value, label: weekTimes.days[value] }))}
                />
              </Form.Item>
              <Form.Item name={[field.name, 'from']} noStyle rules={needed}>
                <Input type="time" aria-label={weekTimes.from} style={{ width: 132 }} />
              </Form.Item>
              <Form.Item name={[field.name, 'to']} noStyle rules={needed}>
                <Input type="time" aria-label={weekTimes.to} style={{ width: 132 }} />
              </Form.Item>
              <Button type="text" aria-label={weekTimes.remove} onClick={() => remove(field.name)}>
                ×
              </Button>
            </div>
          ))}
          <Button type="link" style={{ padding: 0 }} onClick={() => add(first)}>
            + {weekTimes.add}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}
