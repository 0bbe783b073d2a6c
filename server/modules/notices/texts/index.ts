import { bilingual } from '#platform/i18n';

/** Words that every notice shares; the kinds have theirs in the module that knows what happened. */
export const texts = bilingual(
  {
    'notice.footer': '这是系统代发的通知，不用回复。想少收一些，可在“怎么通知我”里设置。',
    'notice.notice-hook.test': '这是一条测试消息。看到它，说明通知能发到这里。',
    'notice.notice-hook.test.subject': '测试消息',
    'refusal.TooManyHooks': '最多加 {most} 个。请先去掉不用的。',
    'refusal.NotFromGateway': '签名不对，不是短信网关发来的。',
    'field.not_encrypted': '请填 https:// 开头的完整地址。',
    'field.other_address': '这不是这种机器人的地址，请从群设置里重新复制。',
  },
  {
    'notice.notice-hook.test': 'A test message. Who reads it knows that notices arrive here.',
    'notice.notice-hook.test.subject': 'A test message',
    'refusal.TooManyHooks': 'At most {most} of these. Please remove one that is not needed.',
    'refusal.NotFromGateway': 'The signature is wrong: this does not come from the SMS gateway.',
    'field.not_encrypted': 'Please give the whole address; it begins with https://.',
    'field.other_address':
      'No robot of this kind has such an address. Please copy it again from the settings of the group.',
    'notice.footer':
      'This was sent by the system; no need to answer. To get fewer of these, change your settings under “How to tell me”.',
  },
);
