import type { County } from './county.ts';
import type { Language, Tag } from './i18n.ts';
import type { Ctx } from './transaction.ts';

/** What stands before a path of the public pages in a language: nothing in the county's first one, nor in one that it has no pages in; in a further one its tag. */
export function publicPrefix({ languages }: Pick<County, 'languages'>, tag: Tag): string {
  if (tag !== 'zh-CN' && tag !== 'en') return `/${tag.toLowerCase()}`;
  return tag === languages[0] || !languages.some((one) => one === tag) ? '' : tag === 'en' ? '/en' : '/zh';
}

/** The further language of a reader; null where they read one of our own two. */
export const furtherTag = ({ language, tag }: { readonly language: Tag; readonly tag: Tag }): Tag | null =>
  tag === language ? null : tag;

/** The language in which somebody is written to who once read a page in `tag`: a folder that was taken away since says nothing and has no pages. */
export const spokenTag = (
  { app }: Pick<Ctx, 'app'>,
  { tag, language }: { readonly tag: Tag; readonly language: Language },
): Tag => (app.wording.speaks(tag) ? tag : language);
