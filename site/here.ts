import type { PageFrame } from '@xiangyin/server/contract';
import { addressOf } from './address.ts';
import { formatFor, type Format } from './format.ts';
import { en } from './texts/en.ts';
import { textsOver } from './texts/further.ts';
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
  inLanguage(tag: string, path: string): string;
  /** In which else the page is there, each by what it is called. */
  otherLanguages: readonly { tag: string; name: string }[];
}

const further = new Map<string, Texts>();

/** Lets pages speak a further language: its words, as much of them as there is, or a way to make them out of the English ones. What is missing stays English. */
export const speakAlso = (tag: string, words: unknown): void => void further.set(tag, textsOver(en, words));

const textsIn = ({ tag, language }: PageFrame): Texts => further.get(tag) ?? (language === 'en' ? en : zhCN);

/** What the components of one page need from its frame. */
export function hereOf(frame: PageFrame): Here {
  const t = textsIn(frame);
  return {
    frame,
    t,
    gap: frame.tag === 'zh-CN' ? '' : ' ',
    colon: frame.tag === 'zh-CN' ? '：' : ': ',
    format: formatFor(frame.tag, frame.zone, frame.now),
    to: (path) => addressOf(frame, path),
    inLanguage: (tag, path) => addressOf(frame, path, tag),
    otherLanguages: [
      ...frame.languages.map((tag) => ({ tag, name: t.shell.languages[tag] })),
      ...frame.furtherLanguages,
    ].filter(({ tag }) => tag !== frame.tag),
  };
}

/** `{ lang }` for words in another language than the page's; nothing for its own. */
export function langOf(here: Here, language: string): { lang?: string } {
  return language === here.frame.tag ? {} : { lang: language };
}

/** The same for words that were typed in without saying in which: a register's number, a newsletter's name. */
export const langOfWords = (here: Here, words: string): { lang?: string } =>
  /\p{Script=Han}/u.test(words) ? langOf(here, 'zh-CN') : {};
