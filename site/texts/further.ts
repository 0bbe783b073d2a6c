import type { Texts } from './zh-CN.ts';

/** As much of a group of words as there is. */
type Some<T> = T extends (...values: never[]) => unknown ? T : { readonly [Key in keyof T]?: Some<T[Key]> };

/** What a further language says on the public pages (`languages/<tag>/site.ts`), by the keys of `texts/en/`. */
export type SiteCatalogue = Some<Texts>;

/** The words of a further language over the English ones: `said` gives some of them, or makes them out of these. */
export const textsOver = <T>(english: T, said: unknown): T => over(english, isMaker(said) ? said(english) : said);

function over<T>(english: T, said: unknown): T {
  if (typeof english !== 'object' || english === null) return isAlike(said, english) ? said : english;
  if (typeof said !== 'object' || said === null) return english;
  const there: Readonly<Record<string, unknown>> = { ...said };
  const whole = Object.entries(english).map(
    ([key, value]: [string, unknown]) => [key, over(value, there[key])] as const,
  );
  return Object.assign(Array.isArray(english) ? [] : {}, english, Object.fromEntries(whole));
}

const isAlike = <T>(said: unknown, english: T): said is T => typeof said === typeof english;
const isMaker = (said: unknown): said is (english: unknown) => unknown => typeof said === 'function';
