import type { Check } from './check.ts';
import type { Found } from './finding.ts';

/** A name as the county writes it, with the forms it is often mistaken for. */
export interface LexiconEntry {
  readonly term: string;
  readonly wrongForms: readonly string[];
}

/** What the county knows, arranged by first sign. */
export interface Lexicon {
  readonly byFirst: ReadonlyMap<string, readonly Form[]>;
}

interface Form {
  readonly form: string;
  /** Null: the form is right as it is. */
  readonly term: string | null;
  readonly why: 'wrong-form' | 'wrong-level';
}

/** The county's own words and the names of its places (in one language), made ready once for many texts. A place's name with another level (青溪乡 for 青溪镇) is a wrong form by itself, unless such a place exists too. */
export function lexiconOf(entries: readonly LexiconEntry[], placeNames: readonly string[]): Lexicon {
  const right = new Set([...entries.map(({ term }) => term), ...placeNames]);
  const forms = new Map<string, Form>();
  const add = (form: Form): void => {
    if (form.form !== '' && !forms.has(form.form) && (form.term === null || !right.has(form.form)))
      forms.set(form.form, form);
  };
  for (const term of right) add({ form: term, term: null, why: 'wrong-form' });
  for (const { term, wrongForms } of entries) for (const form of wrongForms) add({ form, term, why: 'wrong-form' });
  for (const name of placeNames) for (const form of otherLevels(name)) add({ form, term: name, why: 'wrong-level' });
  const byFirst = new Map<string, Form[]>();
  for (const form of forms.values())
    byFirst.set(form.form.charAt(0), [...(byFirst.get(form.form.charAt(0)) ?? []), form]);
  // The longest first: a right name of four signs goes before a wrong form of two within it.
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length);
  return { byFirst };
}

function otherLevels(name: string): string[] {
  const [, stem, level] = /^(\p{Script=Han}{2,})(镇|乡)$/u.exec(name) ?? [];
  return stem === undefined ? [] : [`${stem}${level === '镇' ? '乡' : '镇'}`];
}

/** Every place where a known form stands, right or wrong. */
export function knownForms(words: string, { byFirst }: Lexicon): (Form & { from: number; to: number })[] {
  const known: (Form & { from: number; to: number })[] = [];
  for (let at = 0; at < words.length; at++) {
    const form = byFirst
      .get(words.charAt(at))
      ?.find((one) => words.startsWith(one.form, at) && standsAlone(words, at, one));
    if (form === undefined) continue;
    known.push({ ...form, from: at, to: at + form.form.length });
    at += form.form.length - 1;
  }
  return known;
}

/** Latin forms are whole words; 青溪乡 in 青溪乡村 is no township. */
function standsAlone(words: string, at: number, { form, why }: Form): boolean {
  const behind = words.charAt(at + form.length);
  if (/[A-Za-z]$/.test(form) && /[A-Za-z]/.test(behind)) return false;
  if (/^[A-Za-z]/.test(form) && /[A-Za-z]/.test(words.charAt(at - 1))) return false;
  return why !== 'wrong-level' || !/[村间亲里情土愁贤音下野俗镇静定压痛守]/u.test(behind);
}

/** 本地词库: names, places and terms as the county itself writes them. */
export const lexicon: Check = {
  id: 'lexicon',
  languages: ['zh', 'en'],
  find({ plain }, facts) {
    return knownForms(plain, facts.lexicon).flatMap(({ from, to, form, term, why }): Found[] =>
      term === null ? [] : [{ from, to, why, values: { words: form, right: term }, suggestion: term }],
    );
  },
};
