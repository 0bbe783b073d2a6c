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

/** What is agreed to, as a page says it: in the language of its reader, and in the one in which it is kept as evidence where that is another (empty otherwise). */
export function consentSaid(
  { app, language, tag }: Ctx,
  keys: readonly string[] = consentKeys,
): { consent: string[]; consentOriginal: string[] } {
  const consent = keys.map((key) => app.wording.say(tag, key));
  const original = keys.map((key) => app.wording.say(language, key));
  return { consent, consentOriginal: consent.some((text, at) => text !== original[at]) ? original : [] };
}
