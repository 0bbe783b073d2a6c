import { cell, useCell } from './cell.ts';
import { en } from '../texts/en.ts';
import { zh } from '../texts/zh.ts';

export type Language = 'zh-CN' | 'en';
/** Name of a text. */
export type TextKey = keyof typeof zh;
type Values = Readonly<Record<string, string | number>>;

const storageKey = 'xiangyin.phone.language';
// Whoever comes from a page in one language goes on in it, as in the console: `?language=en`.
const asked = new URLSearchParams(location.search).get('language');
if (asked === 'en' || asked === 'zh-CN') localStorage.setItem(storageKey, asked);
const chosen = localStorage.getItem(storageKey);
const language = cell<Language>(
  chosen === 'en' || chosen === 'zh-CN' ? chosen : navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
);

const sayOnPage = (): void => {
  document.documentElement.lang = language.get();
};
sayOnPage();
language.follow(sayOnPage);

/** The language of the screen. */
export const languageNow = (): Language => language.get();

/** Calls back when the screen turned to another language, until the returned function is called. */
export const onLanguage = (listener: () => void): (() => void) => language.follow(listener);

/** Changes the language of the screen and remembers it on this phone. */
export function speak(next: Language): void {
  localStorage.setItem(storageKey, next);
  language.set(next);
}

/** Whether somebody has chosen a language on this phone; otherwise the account's is taken. */
export const hasChosenLanguage = (): boolean => localStorage.getItem(storageKey) !== null;

/** Takes the account's language without remembering it as a choice. */
export function followAccount(next: Language): void {
  if (hasChosenLanguage()) return;
  language.set(next);
}

/** The text in the language of the screen: `{name}` is filled in, `{n|thing|things}` chooses by number. */
export function say(key: TextKey, values: Values = {}): string {
  const text: string = (language.get() === 'en' ? en : zh)[key];
  return text
    .replace(/\{(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) =>
      values[name] === 1 ? one : many,
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Follows the language, so that a change of it redraws. */
export const useLanguage = (): Language => useCell(language);

/** The words of a record in the language of the screen, else in the other. */
export const inWords = (
  words: { readonly 'zh-CN'?: string | undefined; readonly en?: string | undefined } | null,
): string => (words && (words[language.get()] ?? words['zh-CN'] ?? words.en)) ?? '';

/** Several words as one line of the language of the screen: `王芳、李明`, `Wang Fang, Li Ming`. */
export const listed = (words: readonly string[]): string => words.join(language.get() === 'en' ? ', ' : '、');
