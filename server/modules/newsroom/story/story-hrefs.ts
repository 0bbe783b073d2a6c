import type { Ctx } from '#platform/transaction';

/** A story in the console. */
export const storyHref = (id: string): string => `/console/stories/${id}`;

/** A published story in the console, with its correction about to be begun. */
export const correctHref = (id: string): string => `${storyHref(id)}?correct=1`;

/** The path of a published story's page in its own language. */
export const storyPath = (ctx: Ctx, slug: string, language: string): string =>
  language === (ctx.county.languages[0] ?? 'zh-CN')
    ? `/stories/${slug}`
    : `/${language === 'en' ? 'en' : 'zh'}/stories/${slug}`;
