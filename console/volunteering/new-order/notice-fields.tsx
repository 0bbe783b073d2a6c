import { Checkbox, Form, Input, Radio } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { noticeTexts } from '../notice-texts.ts';
import type { TypedNotices, TypedOrder } from './typed-order.ts';

/** How a contact is told; whoever ordered of everything, another person of what is ticked. */
export function NoticeFields({ at }: { at: 'first' | 'second' }) {
  const words = useWords(noticeTexts);
  const form = Form.useFormInstance<TypedOrder>();
  const path = at === 'first' ? ['notices'] : ['second', 'notices'];
  const way = Form.useWatch<TypedNotices['channel']>([...path, 'channel'], { form, preserve: true }) ?? 'none';
  return (
    <>
      <Form.Item
        name={[...path, 'channel']}
        label={at === 'first' ? words.ask : words.askSecond}
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
      {at === 'second' && way !== 'none' && (
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
