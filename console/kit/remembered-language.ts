import { furtherFor, furtherLanguages } from './further-languages.ts';

/** The languages in which the record is kept and the program is written. */
export type Language = 'zh-CN' | 'en';
/** A language of the screen: one of those two, or the tag of a further one (a folder in `languages/`). */
export type Tag = Language | (string & {});

const place = 'xiangyin.language';

const isOurs = (value: string | null): value is Language => value === 'zh-CN' || value === 'en';

/** One of the languages in which the screen can speak, or none. */
export const asTag = (value: string | null): Tag | null =>
  isOurs(value) || furtherLanguages.some(({ tag }) => tag === value) ? value : null;

/** Of our own two the one that stands behind a language of the screen: in it the record is read, and said what the other does not say. */
export const behind = (tag: Tag): Language => (tag === 'zh-CN' ? 'zh-CN' : 'en');

/** The language that was chosen in this browser; null when none was. */
export const rememberedLanguage = (): Tag | null => asTag(localStorage.getItem(place));

/** Keeps the choice in this browser. */
export const rememberLanguage = (tag: Tag): void => localStorage.setItem(place, tag);

/** As a request asks for it. The desk, too, says in English what a further language does not say. */
export const askedIn = (tag: Tag): string => (isOurs(tag) ? tag : `${tag}, en;q=0.5`);

/** The language in which a page opens: the chosen one, else the browser's. */
export const firstLanguage = (): Tag =>
  rememberedLanguage() ?? furtherFor(navigator.language) ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
