import { addressOf } from '#platform/county-address';
import type { Language } from '#platform/i18n';
import type { Ctx } from '#platform/transaction';

/** The whole address of a page under `/subscribe`, in this language, whatever the county's first one is. */
export function pageAddress(ctx: Ctx, language: Language, path: string): string {
  const prefix = language === ctx.county.languages[0] ? '' : language === 'en' ? '/en' : '/zh';
  return `${addressOf(ctx)}${prefix}/subscribe/${path}`;
}
