import { Button, Form, Input, InputNumber, Select } from 'antd';
import type { VolunteerView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

/** What volunteers say of themselves: how far, when, in which languages, and whether they pause. */
export interface OwnTyped {
  withinKm?: number | null;
  availability?: { weekdays: number[]; from: string; to: string }[];
  languages?: string[];
  state?: VolunteerView['state'];
}

/** The same as the API takes it. */
export const ownFactsOf = (typed: OwnTyped): Omit<OwnTyped, 'state'> => ({
  withinKm: typed.withinKm ?? null,
  availability: typed.availability ?? [],
  languages: typed.languages ?? [],
});

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const languages = ['mandarin', 'dialect', 'english', 'sign'] as const;

/** Fields of a form for reach, times and languages. */
export function TimesFields() {
  const { own } = useWords(deskTexts);
  const { volunteers, needed: neededText } = useWords(volunteeringTexts);
  const needed = [{ required: true, message: neededText }];
  return (
    <>
      <Form.Item name="withinKm" label={`${volunteers.within} (${volunteers.km})`}>
        <InputNumber min={0} max={500} placeholder={volunteers.anyKm} style={{ width: 140 }} />
      </Form.Item>
      <Form.List name="availability">
        {(fields, { add, remove }) => (
          <Form.Item label={own.availability} extra={own.availabilityHint}>
            {fields.map((field) => (
              <div key={field.key} className="row" style={{ marginBottom: 8 }}>
                <Form.Item name={[field.name, 'weekdays']} noStyle rules={needed}>
                  <Select
                    mode="multiple"
                    aria-label={own.weekdays}
                    placeholder={own.weekdays}
                    style={{ minWidth: 180, flex: 1 }}
                    options={weekdays.map((value) => ({ value, label: own.days[value] }))}
                  />
                </Form.Item>
                <Form.Item name={[field.name, 'from']} noStyle rules={needed}>
                  <Input type="time" aria-label={own.from} style={{ width: 132 }} />
                </Form.Item>
                <Form.Item name={[field.name, 'to']} noStyle rules={needed}>
                  <Input type="time" aria-label={own.to} style={{ width: 132 }} />
                </Form.Item>
                <Button type="text" aria-label={own.removeTime} onClick={() => remove(field.name)}>
                  ×
                </Button>
              </div>
            ))}
            <Button
              type="link"
              style={{ padding: 0 }}
              onClick={() => add({ weekdays: [6, 7], from: '09:00', to: '17:00' })}
            >
              + {own.addTime}
            </Button>
          </Form.Item>
        )}
      </Form.List>
      <Form.Item name="languages" label={own.languages}>
        <Select mode="multiple" options={languages.map((value) => ({ value, label: own.languageNames[value] }))} />
      </Form.Item>
    </>
  );
}
