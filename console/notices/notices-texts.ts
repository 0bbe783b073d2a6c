import { bilingual } from '../kit/texts.ts';

/** Words of messages and how one wants them. */
export const noticesTexts = bilingual(
  {
    title: '消息', none: '还没有消息。', noneHint: '有事会告诉您。', unread: '没看的', all: '全部', more: '再看一些',
    preferences: '怎么通知我', email: '也发到邮箱', emailHint: '邮件里不写名字和地址，点开链接登录后才看得到。', quiet: '安静时间', quietHint: '这段时间里不发邮件。值班的急事除外。', quietOn: '每天留一段安静时间', from: '从', until: '到', saved: '收到了。',
    console: '这里的消息一直都有。',
  },
  {
    title: 'Messages', none: 'No messages yet.', noneHint: 'You will be told when there is something.', unread: 'Unread', all: 'All', more: 'Show more',
    preferences: 'How to tell me', email: 'Also by e-mail', emailHint: 'E-mails hold no names or addresses; the link shows more after signing in.', quiet: 'Quiet hours', quietHint: 'No e-mails in this time, except for urgent things while on duty.', quietOn: 'Keep quiet hours every day', from: 'From', until: 'Until', saved: 'Got it.',
    console: 'Messages here are always on.',
  },
);
