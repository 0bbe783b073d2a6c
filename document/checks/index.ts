/** Checks of a text's language, names, dates and personal data. Pure functions: the console, the phone and the server find the same. */
export { checkerFor, checkText, type Checker, type CheckOptions, type CheckRules } from './check-text.ts';
export { checkIds, type CheckId, type Finding, type WhyCode } from './finding.ts';
export type { LackOfConsent } from './check.ts';
export { whyOf, wordsOfCheck, type CheckCatalogue, type CheckWords } from './finding-words.ts';
export { internalLinks } from './passages.ts';
