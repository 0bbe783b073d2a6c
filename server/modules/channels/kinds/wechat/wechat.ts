import type { Kind } from '../kind.ts';
import { renderArticle } from './article.ts';
import { budgets } from './budgets.ts';
import { callbackRoutes } from './callback-routes.ts';
import { correct } from './correct.ts';
import { facts } from './facts.ts';
import { looksPerDay, wechatLimits } from './limits.ts';
import { lookUp } from './look-up.ts';
import { readBack } from './read-back.ts';
import { remarks } from './remarks.ts';
import { recurring } from './recurring.ts';
import { send } from './send.ts';
import { wechatSettings } from './settings.ts';
import type { WechatSettings } from './settings.ts';
import { showWhole } from './show-whole.ts';
import { test } from './test.ts';
import { texts } from './texts.ts';
import { withdraw } from './withdraw.ts';

/** An official account of the WeChat platform (ADR 41): articles are published and deleted, never edited; within a hundred and ten a day. */
export const wechat: Kind<WechatSettings> = {
  key: 'wechat',
  settings: wechatSettings,
  texts,
  secret: { from: 'given', parts: { appSecret: 'optional' } },
  capabilities: ({ way, correct }) => ({
    correct,
    withdraw: 'delete',
    endsNotices: false,
    readsBack: way === 'program',
    carrier: way === 'program' ? 'program' : 'person',
  }),
  limits: () => wechatLimits,
  looksPerDay,
  render: renderArticle,
  showWhole,
  send,
  correct,
  withdraw,
  lookUp,
  readBack,
  test,
  budgets,
  remarks,
  facts,
  routes: callbackRoutes,
  recurring,
};
