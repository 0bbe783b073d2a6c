import { Button, Form, Input, Radio } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { newOrderTexts } from './new-order-texts.ts';
import { NoticeFields } from './notice-fields.tsx';
import type { TypedOrder } from './typed-order.ts';

/** Who orders, and a second person to call where one was named. */
export function ContactFields({
  form,
  onChange,
}: {
  form: ReturnType<typeof Form.useForm<TypedOrder>>[0];
  onChange: () => void;
}) {
  const words = useWords(volunteeringTexts);
  const newOrderWords = useWords(newOrderTexts);
  const desk = useWords(deskTexts);
  // Kept orders bring their second contact back before its fields are on the screen.
  const second = Form.useWatch('second', { form, preserve: true });
  const setSecond = (value: TypedOrder['second'] | null): void => {
    form.setFieldValue('second', value);
    onChange();
  };
  const needed = [{ required: true, whitespace: true, message: words.needed }];
  return (
    <>
      <div className="two-fields">
        <Form.Item name="name" label={newOrderWords.name} rules={needed}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="phone" label={newOrderWords.phone} rules={needed}>
          <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
        </Form.Item>
      </div>
      <NoticeFields at="first" />
      {second ? (
        <>
          <div className="two-fields">
            <Form.Item name={['second', 'name']} label={newOrderWords.name} rules={needed}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name={['second', 'phone']} label={newOrderWords.phone} rules={needed}>
              <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
            </Form.Item>
          </div>
          <Form.Item name={['second', 'told']} label={newOrderWords.mayHear} initialValue="visit">
            <Radio.Group
              options={(['visit', 'progress', 'everything'] as const).map((value) => ({
                value,
                label: newOrderWords.told[value],
              }))}
            />
          </Form.Item>
          <NoticeFields at="second" />
          <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => setSecond(null)}>
            {desk.removeSecond}
          </Button>
        </>
      ) : (
        <Button type="link" style={{ padding: 0, marginBottom: 12 }} onClick={() => setSecond({ name: '', phone: '' })}>
          + {newOrderWords.second}
        </Button>
      )}
    </>
  );
}
