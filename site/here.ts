import type { PageFrame, PageLanguage } from '@xiangyin/server/contract';
import { addressOf } from './address.ts';
import { formatFor, type Format } from './format.ts';
import { en } from './texts/en.ts';
import { zhCN, type Texts } from './texts/zh-CN.ts';

/** Where a page is read: what stands around it, the reader's words, their times, their addresses. Every component is given it. */
export interface Here {
  frame: PageFrame;
  t: Texts;
  format: Format;
  /** The screen is used by one after the other: nothing that is typed may be remembered. */
  isShared?: boolean;
  /** Between two sentences: nothing in Chinese, a space in English. */
  gap: string;
  colon: string;
  /** A path of the site, in this page's language and edition. */
  to(path: string): string;
  /** A path of the site in another language, in this page's edition. */
  inLanguage(language: PageLanguage, path: string): string;
}

const texts: Record<PageLanguage, Texts> = { 'zh-CN': zhCN, en };

/** What the components of one page need from its frame. */
export function hereOf(frame: PageFrame): Here {
  return {
    frame,
    t: texts[frame.language],
    gap: frame.language === 'en' ? ' ' : '',
    colon: frame.language === 'en' ? ': ' : '：',
    format: formatFor(frame.language, frame.zone, frame.now),
    to: (path) => addressOf(frame, path),
    inLanguage: (language, path) => addressOf(frame, path, language),
  };
}

/** `{ lang }` for words in another language than the page's; nothing for its own. */
export function langOf(here: Here, language: string): { lang?: string } {
  return language === here.frame.language ? {} : { lang: language };
}

/** The same for words that were typed in without saying in which: a register's number, a newsletter's name. */
export const langOfWords = (here: Here, words: string): { lang?: string } =>
  /\p{Script=Han}/u.test(words) ? langOf(here, 'zh-CN') : {};
