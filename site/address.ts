import type { Edition, PageFrame, PageLanguage } from '@xiangyin/server/contract';

/** The address of a path of the site in a language and edition. The county's first language has no prefix: `/en/large/stories/x`. */
export function addressOf(
  frame: PageFrame,
  path: string,
  language: PageLanguage = frame.language,
  edition: Edition = frame.edition,
): string {
  const prefix = `${languagePrefix(frame, language)}${edition === 'large' ? '/large' : ''}`;
  return path === '/' ? prefix || '/' : `${prefix}${path}`;
}

function languagePrefix(frame: PageFrame, language: PageLanguage): string {
  if (language === (frame.languages[0] ?? language)) return '';
  return language === 'en' ? '/en' : '/zh';
}
