import { Checkbox, Form, Input, Radio } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { noticeTexts } from '../notice-texts.ts';
import type { TypedNotices, TypedOrder } from './typed-order.ts';

/** How a contact is told; whoever ordered of everything, another person of what is ticked. `other`: which of the other contacts, within their list. */
export function NoticeFields({ other }: { other?: number }) {
  const words = useWords(noticeTexts);
  const form = Form.useFormInstance<TypedOrder>();
  const path = other === undefined ? ['notices'] : [other, 'notices'];
  // Names of fields are those within their list; a value is looked up from the top.
  const fromTop = other === undefined ? path : ['others', ...path];
  const way = Form.useWatch<TypedNotices['channel']>([...fromTop, 'channel'], { form, preserve: true }) ?? 'none';
  return (
    <>
      <Form.Item
        name={[...path, 'channel']}
        label={other === undefined ? words.ask : words.askOther}
        initialValue="none"
        style={{ marginBottom: 12 }}
      >
        <Radio.Group
          options={(['none', 'sms', 'email'] as const).map((value) => ({ value, label: words.ways[value] }))}
        />
      </Form.Item>
      {way === 'email' && (
        <Form.Item
          name={[...path, 'email']}
          label={words.email}
          rules={[{ required: true, type: 'email', message: words.needed }]}
        >
          <Input maxLength={200} inputMode="email" autoComplete="off" />
        </Form.Item>
      )}
      {other !== undefined && way !== 'none' && (
        <Form.Item
          name={[...path, 'purposes']}
          rules={[{ required: true, type: 'array', min: 1, message: words.choose }]}
        >
          <Checkbox.Group
            options={(['booked', 'arrived', 'done'] as const).map((value) => ({
              value,
              label: words.purposes[value],
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}
