import { useSyncExternalStore } from 'react';
import {
  asLanguage,
  firstLanguage,
  rememberedLanguage,
  rememberLanguage,
  type Language,
} from './remembered-language.ts';

export type { Language } from './remembered-language.ts';

const listeners = new Set<() => void>();
let current: Language = firstLanguage();

/** Whoever comes from a page in one language goes on in it: `/console/?language=en`. */
export function speakAsAsked(address: URLSearchParams): void {
  const language = asLanguage(address.get('language'));
  if (language) setLanguage(language);
}

/** The language of the screen at this moment; also sent with every request. */
export const languageNow = (): Language => current;

/** Whether this browser's user chose a language here. */
export const languageWasChosen = (): boolean => rememberedLanguage() !== null;

/** Turns the whole screen to a language and remembers it in this browser. */
export function setLanguage(language: Language, remember = true): void {
  if (remember) rememberLanguage(language);
  if (language === current) return;
  current = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** The language of the screen, for components. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, languageNow);
}

/** Calls back when the screen turned to another language; answers how to stop that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A text of the record in the reader's language, or in the other when there is only that. */
export const inWords = (
  words: { 'zh-CN'?: string | undefined; en?: string | undefined } | null | undefined,
  language: Language,
): string => words?.[language] ?? words?.['zh-CN'] ?? words?.en ?? '';

/** Several words as one line of the language of the screen: `柳河镇、大槐村`, `Liuhe, Dahuai`. */
export const listed = (words: readonly string[]): string => words.join(current === 'en' ? ', ' : '、');
