import { furtherWords } from './further-words.ts';
import { tagNow, useTag, type Tag } from './language.ts';

type Entry = string | ((...values: never[]) => string);
/** The words of a screen: plain ones, and those that take values. Groups may be nested. */
export interface Words {
  readonly [key: string]: Entry | Words;
}

/** The same keys with the same values asked for, whatever the words. */
export type SameWords<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : SameWords<T[K]>;
};

/** Some of the words, with no other keys: what a further language says. */
export type SomeWords<T> = {
  readonly [K in keyof T]?: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : SomeWords<T[K]>;
};

/** Words in both languages; zh-CN is the source, and English with other keys is a type error. The name is theirs alone: by it a further language gives its own. */
export interface Bilingual<T> {
  readonly name: string;
  readonly 'zh-CN': T;
  readonly en: SameWords<T>;
}

/** Pairs the words of a screen, under a name that no other screen's words have: the folder and what they are about. */
export const bilingual = <const T extends Words>(name: string, zh: T, en: SameWords<T>): Bilingual<T> => ({
  name,
  'zh-CN': zh,
  en,
});

/** The words in the language of the screen. */
export const useWords = <T>(texts: Bilingual<T>): SameWords<T> => wordsIn(texts, useTag());

/** The same where no component asks. */
export const wordsNow = <T>(texts: Bilingual<T>): SameWords<T> => wordsIn(texts, tagNow());

/** Words in a language of the screen. */
export function wordsIn<T>(texts: Bilingual<T>, tag: Tag): SameWords<T> {
  if (tag === 'en') return texts.en;
  return (tag === 'zh-CN' ? texts['zh-CN'] : furtherWords(texts)) as SameWords<T>;
}
