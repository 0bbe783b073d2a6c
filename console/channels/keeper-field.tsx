import { Form } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { useWords } from '../kit/texts.ts';
import { PersonPicker } from '../people/person-picker.tsx';
import { channelTexts } from './channel-texts.ts';

/** Who brings copies there by hand; `hint`: when that is, where it is not the usual. */
export function KeeperField({ channel, hint }: { channel: ChannelView | null; hint?: string }) {
  const words = useWords(channelTexts);
  return (
    <Form.Item name="keeperId" label={words.keeper} extra={hint ?? words.keeperHint}>
      <PersonPicker allowClear known={keeperOf(channel)} />
    </Form.Item>
  );
}

const keeperOf = (channel: ChannelView | null): { id: string; name: string } | null =>
  channel?.keeperId && channel.keeperName !== null ? { id: channel.keeperId, name: channel.keeperName } : null;
