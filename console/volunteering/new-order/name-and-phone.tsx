import { Form, Input } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { newOrderTexts } from './new-order-texts.ts';

/** Two fields side by side; `path` leads to them within their list. */
export function NameAndPhone({ path = [] }: { path?: readonly (string | number)[] }) {
  const { needed: message } = useWords(volunteeringTexts);
  const words = useWords(newOrderTexts);
  const needed = [{ required: true, whitespace: true, message }];
  return (
    <div className="two-fields">
      <Form.Item name={[...path, 'name']} label={words.name} rules={needed}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...path, 'phone']} label={words.phone} rules={needed}>
        <Input maxLength={30} inputMode="tel" className="num" autoComplete="off" />
      </Form.Item>
    </div>
  );
}
