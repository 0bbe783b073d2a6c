import type { Ctx } from '#platform/transaction';
import type { ConsentText } from '../contract.ts';

/** Which consent text an order was given under; the text stands in texts/ under `consent.<version>.<n>`. A changed text gets another version. */
export const consentVersion = '2026-1';

/** Keys of its paragraphs, in order. */
export const consentKeys: readonly string[] = [1, 2, 3, 4].map((paragraph) => `consent.${consentVersion}.${paragraph}`);

/** The text in both languages, for whoever reads it out. */
export const consentTextOf = (ctx: Ctx): ConsentText => ({
  version: consentVersion,
  paragraphs: consentKeys.map((key) => ({
    'zh-CN': ctx.app.wording.say('zh-CN', key),
    en: ctx.app.wording.say('en', key),
  })),
});
