import { Form, Input, InputNumber, Select } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { bilingual, useWords } from '../../kit/texts.ts';
import { channelTexts } from '../channel-texts.ts';
import { KeeperField } from '../keeper-field.tsx';
import type { KindForm } from './kind-form.ts';

/** What the console says of channels of this kind. */
export const words = bilingual(
  'channels.manual',
  {
    name: '人去发',
    hint: '没有接口的地方：保管人拿到文字、图片和二维码去发，再填回执。',
    secretHow: '',
    instructions: '交代保管人',
    instructionsHint: '怎么发、注意什么，比如：发在群里，置顶一天',
    limits: '那边最多收多少',
    limitsHint: '写稿时就提醒超了没有；不限就空着。正文不算标题和末尾“原文”那一行',
    digest: '导语',
    signs: '字',
    pieces: '张',
  },
  {
    name: 'By hand',
    hint: 'For places without an interface: its keeper gets text, pictures and code, posts them, and enters a receipt.',
    secretHow: '',
    instructions: 'How it is done',
    instructionsHint: 'for the keeper, such as: post in the group, pin for a day',
    limits: 'What it takes at most',
    limitsHint:
      'whoever writes is warned in time; empty is no limit. The text counts without headline and the last line with the address',
    digest: 'Lead',
    signs: 'characters',
    pieces: '',
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
      <LimitFields />
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

/** Weibo, Douyin and their like: each takes another length, and only whoever keeps the account knows it. */
function LimitFields() {
  const { limits, limitsHint, digest, signs, pieces } = useWords(words);
  const { parts } = useWords(channelTexts);
  const fields = [
    { part: 'title', label: parts.title, unit: signs },
    { part: 'digest', label: digest, unit: signs },
    { part: 'body', label: parts.body, unit: signs },
    { part: 'pictures', label: parts.pictures, unit: pieces },
  ];
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0 0 20px' }}>
      <legend style={{ marginBottom: 8 }}>{limits}</legend>
      <div className="two-fields">
        {fields.map(({ part, label, unit }) => (
          <Form.Item key={part} name={['settings', 'limits', part]} label={label} style={{ marginBottom: 8 }}>
            <InputNumber min={0} max={100_000} precision={0} suffix={unit} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
      <p className="meta">{limitsHint}</p>
    </fieldset>
  );
}
