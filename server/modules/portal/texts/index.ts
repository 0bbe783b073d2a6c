import { bilingual } from '#platform/i18n';

/** The words of the feeds; those of the pages stand in the site. */
export const texts = bilingual(
  {
    'refusal.TopicUnknown': '这里没有这个订阅源。请用订阅源里写的地址。',
    'refusal.CallbackRefused': '这个回调地址不能用。',
    'refusal.TooManySubscriptions': '订阅太多了，请先退订一些。',
    'portal.feed.corrections': '{publisher} · 更正册',
    'portal.feed.about': '{name} · {publisher}',
    'portal.feed.search': '“{question}”',
    'portal.feed.correction': '更正：{title}',
    'portal.feed.withdrawal': '撤下核实：{title}',
    'portal.feed.restoration': '核实后恢复：{title}',
    'portal.feed.withdrawal-text': '这篇已经从公开页面撤下，正在核实。',
    'portal.feed.restoration-text': '核实过了，原文没有错，已经恢复。',
    'portal.feed.change': '原为“{before}”，现为“{after}”。',
  },
  {
    'refusal.TopicUnknown': 'There is no such feed here. Use the address that the feed says of itself.',
    'refusal.CallbackRefused': 'This callback cannot be called.',
    'refusal.TooManySubscriptions': 'There are too many subscriptions; end some first.',
    'portal.feed.corrections': '{publisher} · Corrections',
    'portal.feed.about': '{name} · {publisher}',
    'portal.feed.search': '“{question}”',
    'portal.feed.correction': 'Corrected: {title}',
    'portal.feed.withdrawal': 'Withdrawn for checking: {title}',
    'portal.feed.restoration': 'Restored after checking: {title}',
    'portal.feed.withdrawal-text': 'Taken from the public pages for checking.',
    'portal.feed.restoration-text': 'It was checked, nothing was wrong, and it is back.',
    'portal.feed.change': 'It said “{before}”; it says “{after}”.',
  },
);
