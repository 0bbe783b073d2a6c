import { Form, Input, Select, Switch } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { LinkButton } from '../../kit/link-button.tsx';
import { bilingual, useWords } from '../../kit/texts.ts';
import { ReturnedFigures } from '../returned-figures.tsx';
import { returnedTexts } from '../returned-texts.ts';
import type { KindForm } from './kind-form.ts';

/** What the console says of channels of this kind. */
export const words = bilingual(
  'channels.newsletter',
  {
    name: '邮件通讯',
    hint: '读者自己来订，点了确认才算。随时寄，或者一天、一星期汇一封；更正、撤下，寄给收过那一篇的人。',
    secretHow: '',
    lead: '这是什么',
    leadHint: '在“订阅”那一页上给读者看',
    from: '发件人',
    fromHint: '空着就用系统设置的',
    returnTo: '退信寄到哪里',
    returnToHint: '空着就退回发件人。要能送进“邮箱收稿”的那个邮箱（同一个地址，或者转过去），程序才看得到退信',
    addressWrong: '这不是邮箱地址',
    signs: '用 DKIM 签名',
    signsHint: '先存下来，再把下面的记录加进域名解析，然后打开',
    digestHour: '汇总几点寄',
    hour: (at: number) => `${at} 点`,
    digestWeekday: '每星期的那封哪天寄',
    weekdays: { d1: '星期一', d2: '星期二', d3: '星期三', d4: '星期四', d5: '星期五', d6: '星期六', d7: '星期日' },
  },
  {
    name: 'Newsletter',
    hint: 'Readers ask for it and confirm: as it comes, or gathered once a day or a week. Corrections and withdrawals go to whoever got that story.',
    secretHow: '',
    lead: 'What it is',
    leadHint: 'readers see it where they ask for it',
    from: 'Sender',
    fromHint: 'left empty: that of the settings',
    returnTo: 'Undeliverable mail goes to',
    returnToHint:
      'left empty: the sender. It must reach the mailbox of “Submissions by e-mail” (be its address, or be forwarded there): only there does the program see what comes back',
    addressWrong: 'This is no e-mail address',
    signs: 'Sign with DKIM',
    signsHint: 'save first, enter the record below into your DNS, then turn it on',
    digestHour: 'Digests leave at',
    hour: (at) => `${String(at)}:00`,
    digestWeekday: 'The weekly one on',
    weekdays: {
      d1: 'Monday',
      d2: 'Tuesday',
      d3: 'Wednesday',
      d4: 'Thursday',
      d5: 'Friday',
      d6: 'Saturday',
      d7: 'Sunday',
    },
  },
);

/** A newsletter by e-mail: what it is, who it is from, when digests leave. */
export const newsletter: KindForm = {
  key: 'newsletter',
  words,
  begins: { lead: '', from: null, returnTo: null, signs: false, digestHour: 7, digestWeekday: 1 },
  Fields: NewsletterFields,
  More: ReturnedPart,
  isBeyondRecall: () => true,
};

const emptyIsNull = (typed: unknown): unknown => (typed === '' ? null : typed);

function NewsletterFields() {
  const shown = useWords(words);
  const address = (name: 'from' | 'returnTo', label: string, extra: string) => (
    <Form.Item
      name={['settings', name]}
      label={label}
      extra={extra}
      normalize={emptyIsNull}
      rules={[{ type: 'email', message: shown.addressWrong }]}
    >
      <Input inputMode="email" maxLength={200} />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name={['settings', 'lead']} label={shown.lead} extra={shown.leadHint}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
      {address('from', shown.from, shown.fromHint)}
      {address('returnTo', shown.returnTo, shown.returnToHint)}
      <Form.Item name={['settings', 'signs']} label={shown.signs} extra={shown.signsHint} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name={['settings', 'digestHour']} label={shown.digestHour}>
        <Select
          style={{ width: 160 }}
          options={Array.from({ length: 24 }, (_, value) => ({ value, label: shown.hour(value) }))}
        />
      </Form.Item>
      <Form.Item name={['settings', 'digestWeekday']} label={shown.digestWeekday}>
        <Select
          style={{ width: 160 }}
          options={([1, 2, 3, 4, 5, 6, 7] as const).map((value) => ({ value, label: shown.weekdays[`d${value}`] }))}
        />
      </Form.Item>
    </>
  );
}

function ReturnedPart({ channel: { id, abilities } }: { channel: ChannelView }) {
  const { see } = useWords(returnedTexts);
  const way = abilities.includes('channel.tend-addresses') && (
    <div>
      <LinkButton size="small" to={`/channels/${id}/returned`}>
        {see}
      </LinkButton>
    </div>
  );
  return <ReturnedFigures channelId={id} more={way} />;
}
