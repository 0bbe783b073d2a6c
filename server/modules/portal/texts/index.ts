import { bilingual } from '#platform/i18n';

/** The words of the feeds; those of the pages stand in the site. */
export const texts = bilingual(
  {
    'portal.feed.corrections': '{publisher} · 更正册',
    'portal.feed.about': '{name} · {publisher}',
    'portal.feed.correction': '更正：{title}',
    'portal.feed.withdrawal': '撤下核实：{title}',
    'portal.feed.restoration': '核实后恢复：{title}',
    'portal.feed.withdrawal-text': '这篇已经从公开页面撤下，正在核实。',
    'portal.feed.restoration-text': '核实过了，原文没有错，已经恢复。',
    'portal.feed.change': '原为“{before}”，现为“{after}”。',
  },
  {
    'portal.feed.corrections': '{publisher} · Corrections',
    'portal.feed.about': '{name} · {publisher}',
    'portal.feed.correction': 'Corrected: {title}',
    'portal.feed.withdrawal': 'Withdrawn for checking: {title}',
    'portal.feed.restoration': 'Restored after checking: {title}',
    'portal.feed.withdrawal-text': 'Taken from the public pages for checking.',
    'portal.feed.restoration-text': 'It was checked, nothing was wrong, and it is back.',
    'portal.feed.change': 'It said “{before}”; it says “{after}”.',
  },
);
