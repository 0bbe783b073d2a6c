import { Form } from 'antd';
import { useWords } from '../kit/texts.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { channelTexts } from './channel-texts.ts';

/** Who brings copies there by hand. */
export function KeeperField() {
  const words = useWords(channelTexts);
  return (
    <Form.Item name="keeperId" label={words.keeper} extra={words.keeperHint}>
      <PersonPicker allowClear />
    </Form.Item>
  );
}
