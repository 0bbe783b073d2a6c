// What no text of ours holds: the beginning and the end of what came out of the texts.
const [open, close] = ['⟦', '⟧'] as const;

const longer: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  A: 'Áá',
  E: 'Éé',
  I: 'Íí',
  O: 'Óó',
  U: 'Úú',
};

/** A text of the made-up language: longer by its vowels, as German and Finnish are than English, and marked at both ends. What stands in braces is filled in later and stays. */
export const madeUp = (text: string): string =>
  text === '' ? '' : `${open}${text.replaceAll(/\{[^}]*\}|[aeiouAEIOU]/g, (one) => longer[one] ?? one)}${close}`;

/** The words of the made-up language for English ones, group by group. What a text takes in is data: only its ends are marked. */
export function madeUpWords(english: unknown): unknown {
  if (typeof english === 'string') return madeUp(english);
  if (isText(english))
    return (...values: unknown[]) => {
      const said = english(...values);
      return typeof said === 'string' && said !== '' ? `${open}${said}${close}` : said;
    };
  if (typeof english !== 'object' || english === null) return english;
  return Object.fromEntries(Object.entries(english).map(([key, value]) => [key, madeUpWords(value)]));
}

const isText = (value: unknown): value is (...values: unknown[]) => unknown => typeof value === 'function';
