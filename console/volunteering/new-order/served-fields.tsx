import { Checkbox, Form, Input } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { newOrderTexts } from './new-order-texts.ts';

/** Who is helped where somebody else orders, and that they agree. */
export function ServedFields() {
  const words = useWords(newOrderTexts);
  const { needed } = useWords(volunteeringTexts);
  return (
    <>
      <Form.Item
        name="servedName"
        label={words.servedName}
        extra={words.servedNameHint}
        rules={[{ required: true, whitespace: true, message: needed }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="servedAgrees"
        valuePropName="checked"
        rules={[
          {
            validator: (_, value) => (value ? Promise.resolve() : Promise.reject(new Error(words.servedNeeded))),
          },
        ]}
      >
        <Checkbox>{words.servedAgrees}</Checkbox>
      </Form.Item>
    </>
  );
}
