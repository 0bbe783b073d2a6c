import { bilingual } from '#platform/i18n';

/** Words that every notice shares; the kinds have theirs in the module that knows what happened. */
export const texts = bilingual(
  { 'notice.footer': '这是系统代发的通知，不用回复。想少收一些，可在“我的账号”里设置。' },
  {
    'notice.footer':
      'This was sent by the system; no need to answer. To get fewer of these, change your settings under “My account”.',
  },
);
