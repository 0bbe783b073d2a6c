/** The locale in which an island says days: in English as the pages do (`22 Nov`). */
export const dayLocale = (): string =>
  document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;
