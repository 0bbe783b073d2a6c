import { languagePrefix, publicPrefix } from '@xiangyin/document/public-prefix';
import type { County } from '#platform/county';
import type { Language, Tag } from '#platform/i18n';
import { furtherPageLanguages } from './further-pages.ts';

type Edition = 'normal' | 'large';

/** The language and the edition of an address, and the path without them: `/en/large/stories/x`. */
export interface Prefixed {
  /** In which the page speaks: a language of the county, or a further one. */
  readonly tag: Tag;
  /** In which the record is read. */
  readonly language: Language;
  readonly edition: Edition;
  readonly path: string;
}

interface Prefix {
  readonly prefix: string;
  readonly tag: Tag;
  readonly language: Language;
  readonly edition: Edition;
}

/** Every prefix under which pages are mounted. The county's first language has none; a further language has its tag. */
export function prefixesOf(county: County): Prefix[] {
  const own = county.languages.map((language) => ({ tag: language, language }));
  const behind = county.languages.includes('en') ? 'en' : (county.languages[0] ?? 'zh-CN');
  const further = furtherPageLanguages.map(({ tag }) => ({ tag, language: behind }));
  return [...own, ...further].flatMap((spoken) => {
    const prefix = publicPrefix(county.languages, spoken.tag);
    return [
      { prefix, ...spoken, edition: 'normal' as const },
      { prefix: `${prefix}/large`, ...spoken, edition: 'large' as const },
    ];
  });
}

/** Every prefix that a county may have: pages are mounted under all of them, for a county may open, or add a language, while the program runs. */
export const allPrefixes: readonly string[] = [
  '',
  ...['zh-CN', 'en', ...furtherPageLanguages.map(({ tag }) => tag)].map(languagePrefix),
].flatMap((base) => [base, `${base}/large`]);

/** Splits an address into prefix and path for this county. */
export function unprefixed(county: County, path: string): Prefixed {
  const longestFirst = prefixesOf(county).toSorted((a, b) => b.prefix.length - a.prefix.length);
  for (const { prefix, ...where } of longestFirst)
    if (path === prefix || path.startsWith(`${prefix}/`)) return { ...where, path: path.slice(prefix.length) || '/' };
  const first = county.languages[0] ?? 'zh-CN';
  return { tag: first, language: first, edition: 'normal', path };
}

/** The address of a path in a language and edition. */
export function withPrefix(county: County, tag: Tag, edition: Edition, path: string): string {
  const prefix = prefixesOf(county).find((one) => one.tag === tag && one.edition === edition)?.prefix ?? '';
  return `${prefix}${path}`;
}
