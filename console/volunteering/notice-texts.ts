import { bilingual } from '../kit/texts.ts';

/** Words for messages to those who ordered. */
export const noticeTexts = bilingual(
  {
    title: '给点单人的消息',
    lead: '每一位只收本人同意的几样。说一声不要了，点一下就停。',
    ask: '进展怎么告诉',
    askOther: '也告诉这一位（被服务的人同意的才勾）',
    ways: { none: '不用', sms: '短信', email: '邮件' },
    email: '邮箱',
    purposes: { progress: '收到、答复、变动', booked: '约好了', arrived: '人到了', done: '办完了' },
    first: '点单人',
    other: (at: number) => `联系人${at}`,
    since: (at: string) => `${at}同意`,
    ended: (at: string) => `${at}停了`,
    stop: '停发',
    stopped: '停了，不会再发。',
    needed: '请填邮箱',
    choose: '请勾一样',
  },
  {
    title: 'Messages to whoever ordered',
    lead: 'Each gets only what was agreed to. One word from them, one click here, and it stops.',
    ask: 'How to tell them',
    askOther: 'Tell this person too (only what the person served agrees to)',
    ways: { none: 'No need', sms: 'SMS', email: 'E-mail' },
    email: 'E-mail address',
    purposes: { progress: 'received, answered, changed', booked: 'arranged', arrived: 'arrived', done: 'done' },
    first: 'Who ordered',
    other: (at) => `Contact ${at}`,
    since: (at: string) => `agreed ${at}`,
    ended: (at: string) => `ended ${at}`,
    stop: 'Stop',
    stopped: 'Stopped. Nothing more goes out.',
    needed: 'Please type an address',
    choose: 'Please tick one',
  },
);
