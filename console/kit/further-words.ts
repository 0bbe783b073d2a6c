import type { CheckCatalogue } from '@xiangyin/document/checks';
import { filledUp } from './filled-up.ts';

/** What a further language gives: words by the names of the screens, or a way to make them out of the English ones. */
type Given = Readonly<Record<string, unknown>> | ((english: unknown) => unknown);

const scripts = import.meta.glob<Given>('../../languages/*/console.ts', { import: 'default' });
const checkScripts = import.meta.glob<CheckCatalogue>('../../languages/*/checks.ts', { import: 'default' });

let given: Given = {};
let checks: CheckCatalogue = {};
let fetched = '';
let told = new WeakMap<object, unknown>();

/** Fetches the words of a further language and speaks them from then on. What it does not say is said in English. */
export async function fetchWords(tag: string): Promise<void> {
  const [words, ofChecks] = await Promise.all([
    scripts[`../../languages/${tag}/console.ts`]?.(),
    checkScripts[`../../languages/${tag}/checks.ts`]?.(),
  ]);
  given = words ?? {};
  checks = ofChecks ?? {};
  fetched = tag;
  told = new WeakMap();
}

/** The words of a screen in the further language that was fetched: the same ones each time they are asked for. */
export function furtherWords(texts: { readonly name: string; readonly en: unknown }): unknown {
  const known = told.get(texts);
  if (known !== undefined) return known;
  const words = typeof given === 'function' ? given(texts.en) : filledUp(texts.en, given[texts.name]);
  told.set(texts, words);
  return words;
}

/** What a language of the screen says of the checks of a text, beyond our own two: nothing where another was fetched before. */
export const furtherChecks = (tag: string): CheckCatalogue => (tag === fetched ? checks : {});
