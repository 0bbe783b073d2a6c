import type {
  SubscribePageProps,
  SubscriptionChoicesPageProps,
  SubscriptionConfirmPageProps,
} from '@xiangyin/server/contract';
import { blankForm } from './newsroom.ts';
import type { Say } from './say.ts';

const optionsIn = (say: Say) => ({
  sections: [
    { id: 's1', name: say('民生', 'Life') },
    { id: 's2', name: say('通知', 'Notices') },
    { id: 's3', name: say('乡土', 'Land and people') },
  ],
  places: [
    { id: 'p1', name: say('青禾县', 'Qinghe') },
    { id: 'p2', name: say('柳河镇', 'Liuhe') },
    { id: 'p3', name: say('双井镇', 'Shuangjing') },
  ],
});

/** Somebody asks for a newsletter, confirms, chooses and leaves. */
export function subscribeSamples(say: Say): {
  'channels/subscribe': Record<string, SubscribePageProps>;
  'channels/subscription-confirm': Record<string, SubscriptionConfirmPageProps>;
  'channels/subscription-choices': Record<string, SubscriptionChoicesPageProps>;
} {
  const name = say('青禾邮报', 'Qinghe by mail');
  const asking: SubscribePageProps = {
    newsletters: [{ id: 'n1', name, lead: say('县里今天的事', 'What happened today') }],
    accounts: [
      {
        handle: '@qinghe@qinghe.example',
        name: say('青禾发布', 'Qinghe news'),
        lead: say('县里的事', 'News of the county'),
      },
      { handle: '@liuhe@qinghe.example', name: say('柳河镇', 'Liuhe'), lead: '' },
    ],
    ...optionsIn(say),
    form: { ...blankForm, values: { pace: 'daily', newsletter: 'n1' } },
    done: null,
  };
  return {
    'channels/subscribe': {
      asking,
      wrong: {
        ...asking,
        newsletters: [...asking.newsletters, { id: 'n2', name: 'Qinghe weekly', lead: '' }],
        form: {
          ...asking.form,
          problems: [{ field: 'email', code: 'invalid_format', text: say('写法不对。', 'That is no address.') }],
        },
      },
      sent: { ...asking, done: 'sent' },
    },
    'channels/subscription-confirm': {
      asked: { newsletter: name, form: blankForm },
      over: { newsletter: null, form: blankForm },
    },
    'channels/subscription-choices': {
      chosen: {
        newsletter: name,
        email: 'wang@example.cn',
        ...optionsIn(say),
        form: { ...blankForm, values: { pace: 'weekly', 'section-s2': 'yes' } },
        leaving: { ...blankForm, key: 'l'.repeat(22) },
        done: 'confirmed',
      },
    },
  };
}
