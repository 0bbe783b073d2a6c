import type { StoryText } from '../schema.ts';
import { checksFor } from './all-checks.ts';
import { mostInPassage, type Check, type Facts, type LackOfConsent } from './check.ts';
import { findingKey, type CheckId, type Finding } from './finding.ts';
import { lexiconOf } from './lexicon.ts';
import { noteSign, passagesOf, sentenceAt, type Passage } from './passages.ts';

/** What a county says about the checks: names in the text's language, and what it switched off. */
export interface CheckRules {
  readonly off: readonly CheckId[];
  readonly terms: readonly { readonly term: string; readonly wrongForms: readonly string[] }[];
  readonly placeNames: readonly string[];
}

/** What else is known of one text. `day`: `YYYY-MM-DD`, from which dates without a year are read. */
export interface CheckOptions {
  readonly day?: string | null;
  readonly deadLinks?: readonly string[];
  /** Pictures by their hash in which somebody can be recognised who is not known to agree. */
  readonly consents?: ReadonlyMap<string, LackOfConsent>;
}

/** Looks a text through again and again while it is written. */
export interface Checker {
  /** What there is to look at, in reading order. Checked again are only the passages that changed since the last call. */
  check(text: StoryText, options?: CheckOptions): Finding[];
}

const noConsents: ReadonlyMap<string, LackOfConsent> = new Map();

/** A checker by a county's rules. Findings help and never stand in the way: nothing asks them before a submission or a signature is taken. */
export function checkerFor(rules: CheckRules): Checker {
  const lexicon = lexiconOf(rules.terms, rules.placeNames);
  const off = new Set<CheckId>(rules.off);
  let known = new Map<string, readonly Finding[]>();
  return {
    check(text, { day = null, deadLinks = [], consents = noConsents } = {}) {
      const facts: Facts = { day, lexicon, deadLinks: new Set(deadLinks), consents };
      const checks = checksFor(/^zh\b/.test(text.language) ? 'zh' : 'en').filter(({ id }) => !off.has(id));
      const seen: typeof known = new Map();
      const given = `${text.language} ${day ?? ''} ${deadLinks.join(' ')}`;
      const findings = passagesOf(text).flatMap((passage) => {
        const name = JSON.stringify([
          given,
          passage.kind,
          passage.inFactBox,
          passage.words,
          passage.links,
          passage.figure,
          consents.get(passage.figure) ?? null,
        ]);
        const found = known.get(name) ?? findingsIn(passage, checks, facts);
        seen.set(name, found);
        return found.map((one) => (one.path === passage.path ? one : { ...one, path: passage.path }));
      });
      known = seen;
      return findings;
    },
  };
}

/** `checkerFor(rules).check(text, options)`, for a text that is looked at once. */
export const checkText = (text: StoryText, rules: CheckRules, options?: CheckOptions): Finding[] =>
  checkerFor(rules).check(text, options);

/** One thing at a place: where two checks see something, the one named first in `checkIds` speaks. */
function findingsIn(passage: Passage, checks: readonly Check[], facts: Facts): Finding[] {
  const findings: Finding[] = [];
  for (const check of checks)
    for (const found of check.find(passage, facts)) {
      if (findings.length >= mostInPassage || findings.some((one) => one.from < found.to && found.from < one.to))
        continue;
      const words = passage.words.slice(found.from, found.to);
      const sentence = sentenceAt(passage.words, found.from, found.to);
      const key = findingKey(check.id, found.why, words, `${passage.figure}${sentence}${found.values?.['href'] ?? ''}`);
      const [before, after] = around(passage.words, found.from, found.to);
      findings.push({ ...found, check: check.id, path: passage.path, words, before, after, key });
    }
  return findings.sort((a, b) => a.from - b.from);
}

/** Up to eight signs on either side, within the line; no sign of two units is cut, and no number. */
function around(words: string, from: number, to: number): [string, string] {
  const line = words.slice(0, from).lastIndexOf('\n') + 1;
  const signsBefore = Array.from(words.slice(Math.max(line, from - 17), from));
  const before = signsBefore.slice(-8).join('');
  const after = Array.from(words.slice(to, to + 17))
    .slice(0, 8)
    .join('');
  const isCut = signsBefore.length > 8;
  const shown = (context: string): string => context.replaceAll(noteSign, '');
  return [shown(isCut ? before.replace(/^[\dA-Za-z]+[，。、；]?/, '') : before), shown(after.split('\n')[0] ?? '')];
}
