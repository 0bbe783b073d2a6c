import { Form, Input } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';

/** The last four digits of the phone, as the caller says them: that the order is theirs. */
export function LastFourField() {
  const { forget } = useWords(deskTexts);
  return (
    <Form.Item
      name="lastFour"
      label={forget.lastFour}
      rules={[{ required: true, pattern: /^\s*\d{4}\s*$/, message: forget.lastFour }]}
    >
      <Input maxLength={6} inputMode="numeric" className="num" autoComplete="off" autoFocus />
    </Form.Item>
  );
}
