import { Form, Input } from 'antd';
import type { ChannelView } from '@xiangyin/server/contract';
import { bilingual, useWords } from '../../kit/texts.ts';
import type { KindForm } from './kind-form.ts';

/** What the console says of channels of this kind. */
export const words = bilingual(
  'channels.activitypub',
  {
    name: '联邦宇宙账号',
    hint: 'Mastodon、Misskey 等服务器上的人可以关注它：发布、更正、撤下都会送到他们那里。回复和点赞不收、不存。',
    secretHow: '',
    handle: '账号名',
    handleHint: (host: string) =>
      `小写字母、数字和下划线，两到三十个。别人这样找到它：@账号名@${host}。定了以后最好不改。`,
    handleNeeded: '小写字母、数字和下划线，两到三十个',
    title: '显示的名字',
    titleHint: '在那边显示的名字；空着就用渠道的名字',
    summary: '介绍',
    summaryHint: '一两句话，给找到它的人看；空着就写发布单位',
  },
  {
    name: 'In the fediverse',
    hint: 'People on Mastodon, Misskey and other servers follow it: publications, corrections and withdrawals go to them. Replies and likes are neither taken nor kept.',
    secretHow: '',
    handle: 'Account name',
    handleHint: (host: string) =>
      `Small letters, digits and underscores, two to thirty. It is found as @name@${host}. Best never changed.`,
    handleNeeded: 'Small letters, digits and underscores, two to thirty',
    title: 'Name shown there',
    titleHint: 'left empty, it is the name of the channel',
    summary: 'About it',
    summaryHint: 'a sentence or two for whoever finds it; left empty, the publisher stands there',
  },
);

/** An account of the fediverse: its name and what it is. */
export const activitypub: KindForm = {
  key: 'activitypub',
  words,
  begins: { handle: '', title: '', summary: '' },
  Fields: Account,
  isBeyondRecall: () => false,
};

function Account({ channel }: { channel: ChannelView | null }) {
  const { handle, handleHint, handleNeeded, title, titleHint, summary, summaryHint } = useWords(words);
  return (
    <>
      <Form.Item
        name={['settings', 'handle']}
        label={handle}
        extra={channel ? undefined : handleHint(window.location.host)}
        rules={[{ required: true, pattern: /^[a-z0-9_]{2,30}$/, message: handleNeeded }]}
      >
        <Input maxLength={30} autoCapitalize="none" spellCheck={false} prefix="@" />
      </Form.Item>
      <Form.Item name={['settings', 'title']} label={title} extra={titleHint}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name={['settings', 'summary']} label={summary} extra={summaryHint}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}
