import type { Language, Tag } from './i18n.ts';
import type { Ctx } from './transaction.ts';

/** The further language of a reader; null where they read one of our own two. */
export const furtherTag = ({ language, tag }: { readonly language: Tag; readonly tag: Tag }): Tag | null =>
  tag === language ? null : tag;

/** The language in which somebody is written to who once read a page in `tag`: a folder that was taken away since says nothing and has no pages. */
export const spokenTag = (
  { app }: Pick<Ctx, 'app'>,
  { tag, language }: { readonly tag: Tag; readonly language: Language },
): Tag => (app.wording.speaks(tag) ? tag : language);
