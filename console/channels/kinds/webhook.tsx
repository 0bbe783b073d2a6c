import { Form, Input } from 'antd';
import { bilingual, useWords } from '../../kit/texts.ts';
import type { KindForm } from './kind-form.ts';

/** What the console says of channels of this kind. */
export const words = bilingual(
  'channels.webhook',
  {
    name: '程序去发',
    hint: '对方有程序来接：每次发布、更正、撤下，都带着签名送过去，等对方应答。',
    secretHow:
      '签名按 Standard Webhooks：对方用它核对 webhook-signature，五分钟以前的不认，同一个 webhook-id 只收一次。',
    receiver: '送到哪个地址',
    receiverHint:
      '对方给的接收地址（Webhook），https 开头最好；里面的内容是 ninjs 3.1。对方应答里写上 {"address": "https://…"}（登出来的网页），我们会去回看，一字不差才算对上。',
    receiverNeeded: '以 http:// 或 https:// 开头',
  },
  {
    name: 'By program',
    hint: 'A program takes them: each publication, correction and withdrawal is sent, signed, and its answer is kept.',
    secretHow:
      'Signed as Standard Webhooks has it: the receiver checks webhook-signature with it, refuses what is older than five minutes, and takes each webhook-id once.',
    receiver: 'Address that receives',
    receiverHint:
      'the webhook address that its owner gave you, best with https; the body is ninjs 3.1. Where its answer says {"address": "https://…"}, the page on which it stands, that page is read back and compared word for word.',
    receiverNeeded: 'Begins with http:// or https://',
  },
);

/** A receiver of signed calls: its address. */
export const webhook: KindForm = {
  key: 'webhook',
  words,
  begins: {},
  Fields: Receiver,
  isBeyondRecall: () => false,
};

function Receiver() {
  const { receiver, receiverHint, receiverNeeded } = useWords(words);
  return (
    <Form.Item
      name={['settings', 'address']}
      label={receiver}
      extra={receiverHint}
      rules={[{ required: true, pattern: /^https?:\/\/\S+$/, message: receiverNeeded }]}
    >
      <Input inputMode="url" maxLength={1000} placeholder="https://" />
    </Form.Item>
  );
}
