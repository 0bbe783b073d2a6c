/** The address of something on the public pages in a language: the county's first one has no prefix. */
export const publicPath = (languages: readonly string[], language: string, path: string): string =>
  language === (languages[0] ?? language) ? path : `${language === 'en' ? '/en' : '/zh'}${path}`;

/** The same for whoever reads the console in a language: the county's first where it publishes nothing in theirs. */
export const publicPathFor = (languages: readonly string[], language: string, path: string): string =>
  publicPath(languages, languages.includes(language) ? language : (languages[0] ?? language), path);
