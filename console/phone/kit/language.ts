import { furtherFor, furtherLanguages } from '../../kit/further-languages.ts';
import { en } from '../texts/en.ts';
import { zh } from '../texts/zh.ts';
import { cell, useCell } from './cell.ts';
import { fetchWords, furtherText } from './further-words.ts';

export { offeredLanguages } from '../../kit/further-languages.ts';
export type Language = 'zh-CN' | 'en';
/** A language of the screen: one of those two, or the tag of a further one (a folder in `languages/`). */
export type Tag = Language | (string & {});
/** Name of a text. */
export type TextKey = keyof typeof zh;
type Values = Readonly<Record<string, string | number>>;

const storageKey = 'xiangyin.phone.language';
const isFurther = (tag: string): boolean => furtherLanguages.some((one) => one.tag === tag);
const isSpoken = (value: string | null): value is Tag =>
  value === 'en' || value === 'zh-CN' || (value !== null && isFurther(value));

// Whoever comes from a page in one language goes on in it, as in the console: `?language=en`.
const asked = new URLSearchParams(location.search).get('language');
if (isSpoken(asked)) localStorage.setItem(storageKey, asked);
const chosen = localStorage.getItem(storageKey);
const language = cell<Tag>(
  isSpoken(chosen)
    ? chosen
    : (furtherFor(navigator.language) ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')),
);

const sayOnPage = (): void => {
  document.documentElement.lang = language.get();
};
sayOnPage();
language.follow(sayOnPage);

/** Resolves when the words of the first screen are there; null where they always are. Without a line it opens in English. */
export const firstWords: Promise<void> | null = isFurther(language.get())
  ? fetchWords(language.get()).catch(() => language.set('en'))
  : null;

/** The language of the screen itself: in it days are said, and the desk is asked. */
export const tagNow = (): Tag => language.get();

/** As a request asks for it: the desk, too, says in English what a further language does not say. */
export const askedNow = (): string => (isFurther(language.get()) ? `${language.get()}, en;q=0.5` : language.get());

/** Of our own two languages the one behind it: in it the record is read. */
export const languageNow = (): Language => (language.get() === 'zh-CN' ? 'zh-CN' : 'en');

/** Calls back when the screen turned to another language, until the returned function is called. */
export const onLanguage = (listener: () => void): (() => void) => language.follow(listener);

/** Changes the language of the screen, as soon as its words are there, and remembers it on this phone. */
export function speak(next: Tag): void {
  localStorage.setItem(storageKey, next);
  if (!isFurther(next)) return language.set(next);
  void fetchWords(next).then(
    () => (localStorage.getItem(storageKey) === next ? language.set(next) : undefined),
    () => undefined,
  );
}

/** Whether somebody has chosen a language on this phone; otherwise the account's is taken. */
export const hasChosenLanguage = (): boolean => localStorage.getItem(storageKey) !== null;

/** Takes the account's language without remembering it as a choice. A further one, which no account can have, stays. */
export function followAccount(next: Language): void {
  if (hasChosenLanguage() || isFurther(language.get())) return;
  language.set(next);
}

/** The text in the language of the screen: `{name}` is filled in, `{n|thing|things}` chooses by number. */
export function say(key: TextKey, values: Values = {}): string {
  return textOf(key)
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) =>
      values[name] === 1 ? one : many,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

function textOf(key: TextKey): string {
  const tag = language.get();
  if (tag === 'zh-CN') return zh[key];
  return tag === 'en' ? en[key] : furtherText(key, en[key]);
}

/** Follows the language, so that a change of it redraws. */
export const useLanguage = (): Tag => useCell(language);

/** The words of a record in the language of the screen, else in the other. */
export const inWords = (
  words: { readonly 'zh-CN'?: string | undefined; readonly en?: string | undefined } | null,
): string => (words && (words[languageNow()] ?? words['zh-CN'] ?? words.en)) ?? '';

/** Several words as one line of the language of the screen: `王芳、李明`, `Wang Fang, Li Ming`. */
export const listed = (words: readonly string[]): string => words.join(languageNow() === 'en' ? ', ' : '、');
