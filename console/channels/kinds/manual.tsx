import { Form, Input, Select } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { bilingual, useWords } from '../../kit/texts.ts';
import { channelTexts } from '../channel-texts.ts';
import { KeeperField } from '../keeper-field.tsx';
import type { KindForm } from './kind-form.ts';

const words = bilingual(
  {
    name: '人去发',
    hint: '没有接口的地方：保管人拿到文字、图片和二维码去发，再填回执。',
    secretHow: '',
    instructions: '怎么发',
    instructionsHint: '给保管人看，比如：发在群里，置顶一天',
  },
  {
    name: 'By hand',
    hint: 'For places without an interface: its keeper gets text, pictures and code, posts them, and enters a receipt.',
    secretHow: '',
    instructions: 'How it is done',
    instructionsHint: 'for the keeper, such as: post in the group, pin for a day',
  },
);

/** A place to which persons bring copies: who, how, and what can be done there afterwards. */
export const manual: KindForm = {
  key: 'manual',
  words,
  begins: { instructions: '', correct: 'notice', withdraw: 'delete' },
  Fields: ByHand,
  asksKeeper: true,
  isBeyondRecall: ({ withdraw }) => withdraw === 'notice' || withdraw === 'none',
};

function ByHand({ channel }: { channel: ChannelView | null }) {
  const { instructions, instructionsHint } = useWords(words);
  const { correct, corrects, withdraw, withdraws } = useWords(channelTexts);
  return (
    <>
      <KeeperField channel={channel} />
      <Form.Item name={['settings', 'instructions']} label={instructions} extra={instructionsHint}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <Form.Item name={['settings', 'correct']} label={correct}>
        <Select
          options={(['edit', 'replace', 'notice', 'none'] as const).map((value) => ({
            value,
            label: corrects[value],
          }))}
        />
      </Form.Item>
      <Form.Item name={['settings', 'withdraw']} label={withdraw}>
        <Select
          options={(['edit', 'delete', 'notice', 'none'] as const).map((value) => ({
            value,
            label: withdraws[value],
          }))}
        />
      </Form.Item>
    </>
  );
}
