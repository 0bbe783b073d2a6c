import { useLanguage } from './language.ts';

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
export function useWords<T>(texts: Bilingual<T>): SameWords<T> {
  const language = useLanguage();
  return language === 'en' ? texts.en : (texts['zh-CN'] as SameWords<T>);
}
