import type { County } from '#platform/county';
import type { Language } from '#platform/i18n';

/** The language and the edition of an address, and the path without them: `/en/large/stories/x`. */
export interface Prefixed {
  readonly language: Language;
  readonly edition: 'normal' | 'large';
  readonly path: string;
}

/** Every prefix under which pages are mounted. The county's first language has none. */
export function prefixesOf(county: County): { prefix: string; language: Language; edition: 'normal' | 'large' }[] {
  return county.languages.flatMap((language, at) => {
    const base = at === 0 ? '' : `/${language === 'en' ? 'en' : 'zh'}`;
    return [
      { prefix: base, language, edition: 'normal' as const },
      { prefix: `${base}/large`, language, edition: 'large' as const },
    ];
  });
}

/** Every prefix that a county may have: pages are mounted under all of them, for a county may open, or add a language, while the program runs. */
export const allPrefixes: readonly string[] = ['', '/zh', '/en'].flatMap((base) => [base, `${base}/large`]);

/** Splits an address into prefix and path for this county. */
export function unprefixed(county: County, path: string): Prefixed {
  const longestFirst = prefixesOf(county).toSorted((a, b) => b.prefix.length - a.prefix.length);
  for (const { prefix, language, edition } of longestFirst)
    if (path === prefix || path.startsWith(`${prefix}/`))
      return { language, edition, path: path.slice(prefix.length) || '/' };
  return { language: county.languages[0] ?? 'zh-CN', edition: 'normal', path };
}

/** The address of a path in a language and edition. */
export function withPrefix(county: County, language: Language, edition: 'normal' | 'large', path: string): string {
  const prefix = prefixesOf(county).find((one) => one.language === language && one.edition === edition)?.prefix ?? '';
  return `${prefix}${path}`;
}
