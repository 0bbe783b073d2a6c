/** The address of something on the public pages in a language: the county's first one has no prefix. */
export const publicPath = (languages: readonly string[], language: string, path: string): string =>
  language === (languages[0] ?? language) ? path : `${language === 'en' ? '/en' : '/zh'}${path}`;
