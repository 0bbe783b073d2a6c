import type { Language } from './language.ts';

/** A text in the languages of the county, as the API takes it. */
export type TypedWords = { readonly [L in Language]?: string | undefined };

/** What was typed, without blanks around it and without what is empty. */
export function givenWords(typed: TypedWords | undefined): { 'zh-CN'?: string; en?: string } {
  const [zh, en] = [typed?.['zh-CN']?.trim(), typed?.en?.trim()];
  return { ...(zh ? { 'zh-CN': zh } : {}), ...(en ? { en } : {}) };
}
