import { useSyncExternalStore } from 'react';
import { furtherLanguages } from './further-languages.ts';
import { fetchWords } from './further-words.ts';
import {
  asTag,
  behind,
  firstLanguage,
  rememberedLanguage,
  rememberLanguage,
  type Language,
  type Tag,
} from './remembered-language.ts';

export { offeredLanguages } from './further-languages.ts';
export type { Language, Tag } from './remembered-language.ts';

const listeners = new Set<() => void>();
let current: Tag = firstLanguage();
let wanted = current;

/** Whoever comes from a page in one language goes on in it: `/console/?language=en`. Answers when the words of the language are there; at once, with null, where they always are. */
export function speakAsAsked(address: URLSearchParams): Promise<void> | null {
  const asked = asTag(address.get('language'));
  if (asked) rememberLanguage(asked);
  const tag = asked ?? current;
  if (!isFurther(tag)) {
    turn(tag);
    return null;
  }
  wanted = tag;
  // Without a line to the desk the page still opens, in English.
  return fetchWords(tag).then(
    () => turn(tag),
    () => turn(behind(tag)),
  );
}

const isFurther = (tag: Tag): boolean => furtherLanguages.some((one) => one.tag === tag);

/** The language of the screen at this moment; also sent with every request. */
export const tagNow = (): Tag => current;

/** Of our own two languages the one behind it. */
export const languageNow = (): Language => behind(current);

/** Whether this browser's user chose a language: here, or as the browser's own, where that is one which no account can have. */
export const languageWasChosen = (): boolean => rememberedLanguage() !== null || isFurther(current);

/** Turns the whole screen to a language, as soon as its words are there, and remembers it in this browser. */
export function setLanguage(tag: Tag, remember = true): void {
  if (remember) rememberLanguage(tag);
  wanted = tag;
  if (!isFurther(tag)) return turn(tag);
  void fetchWords(tag).then(
    () => (wanted === tag ? turn(tag) : undefined),
    () => undefined,
  );
}

function turn(tag: Tag): void {
  if (tag === current) return;
  current = tag;
  document.documentElement.lang = tag;
  for (const listener of listeners) listener();
}

/** Of our own two languages the one behind that of the screen, for components: in it the record is read. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, languageNow);
}

/** The language of the screen itself, for components: in it days and numbers are said. */
export function useTag(): Tag {
  return useSyncExternalStore(onLanguage, tagNow);
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
export const listed = (words: readonly string[]): string => words.join(languageNow() === 'en' ? ', ' : '、');

/** Sentences one after the other; between Chinese ones stands no blank. What is false or empty is left out. */
export const inSentences = (...sentences: readonly (string | false)[]): string =>
  sentences.filter(Boolean).join(languageNow() === 'en' ? ' ' : '');

/** What is said of something after its name: `为什么这样排：修水管电灯`, `Why it is arranged this way: Taps and lights`. */
export const afterColon = (name: string, said: string | number): string =>
  `${name}${languageNow() === 'en' ? ': ' : '：'}${said}`;
