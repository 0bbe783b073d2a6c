import type { CheckCatalogue } from '@xiangyin/document/checks';
import type { TextKey } from './language.ts';

/** What a further language says on the phone: as much of it as there is, with no other keys. */
export type PhoneCatalogue = Readonly<Partial<Record<TextKey, string>>>;
type Given = PhoneCatalogue | ((english: string) => string);

const scripts = import.meta.glob<Given>('../../../languages/*/phone.ts', { import: 'default' });
const checkScripts = import.meta.glob<CheckCatalogue>('../../../languages/*/checks.ts', { import: 'default' });

let given: Given = {};
let checks: CheckCatalogue = {};
let fetched = '';

/** Fetches the words of a further language and speaks them from then on. What it does not say is said in English. */
export async function fetchWords(tag: string): Promise<void> {
  const [words, ofChecks] = await Promise.all([
    scripts[`../../../languages/${tag}/phone.ts`]?.(),
    checkScripts[`../../../languages/${tag}/checks.ts`]?.(),
  ]);
  given = words ?? {};
  checks = ofChecks ?? {};
  fetched = tag;
}

/** A text in the further language that was fetched. */
export const furtherText = (key: TextKey, english: string): string =>
  typeof given === 'function' ? given(english) : (given[key] ?? english);

/** What a language of the screen says of the checks of a text, beyond our own two: nothing where another was fetched before. */
export const furtherChecks = (tag: string): CheckCatalogue => (tag === fetched ? checks : {});
