import { alternativeText } from './alternative-text.ts';
import { approximations } from './approximations.ts';
import type { Check } from './check.ts';
import { commonErrors } from './common-errors.ts';
import { dashAndEllipsis } from './dash-ellipsis.ts';
import { dates } from './dates.ts';
import { deadLinks } from './dead-links.ts';
import { doubledWords } from './doubled-words.ts';
import { englishArticles } from './english-articles.ts';
import { englishSpacing } from './english-spacing.ts';
import { checkIds } from './finding.ts';
import { halfWidthMarks } from './half-width-marks.ts';
import { lexicon } from './lexicon.ts';
import { marksBetweenTitles } from './marks-between-titles.ts';
import { numberRanges } from './number-ranges.ts';
import { numerals } from './numerals.ts';
import { pairedMarks } from './paired-marks.ts';
import { personalData } from './personal-data.ts';
import { pictureConsent } from './picture-consent.ts';
import { pictureCredit } from './picture-credit.ts';
import { repeatedMarks } from './repeated-marks.ts';

const checks: readonly Check[] = [
  personalData,
  dates,
  lexicon,
  commonErrors,
  doubledWords,
  approximations,
  numberRanges,
  numerals,
  marksBetweenTitles,
  dashAndEllipsis,
  repeatedMarks,
  halfWidthMarks,
  pairedMarks,
  englishSpacing,
  englishArticles,
  alternativeText,
  pictureConsent,
  pictureCredit,
  deadLinks,
];

/** The checks for texts of a language, in the order of `checkIds`. */
export const checksFor = (language: 'zh' | 'en'): readonly Check[] =>
  [...checks]
    .filter((check) => check.languages.includes(language))
    .sort((a, b) => checkIds.indexOf(a.id) - checkIds.indexOf(b.id));
