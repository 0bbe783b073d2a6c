import type { Language, Texts } from '#platform/i18n';
import { bilingual } from '#platform/i18n';
import { roleTexts } from './roles.ts';

const refusalTexts = bilingual(
  {
    'refusal.LoginTaken': '这个登录名已经有人用了，请换一个。',
    'field.taken': '已经有人用了。',
  },
  {
    'refusal.LoginTaken': 'Somebody already has this sign-in name. Please choose another.',
    'field.taken': 'Already taken.',
  },
);

/** The words of the module access. */
export const texts: Record<Language, Texts> = {
  'zh-CN': { ...refusalTexts['zh-CN'], ...roleTexts['zh-CN'] },
  en: { ...refusalTexts.en, ...roleTexts.en },
};
