import { passagesOf } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';
import { pageWords } from '@xiangyin/document/from-html';
import type { Seen } from '../kinds/kind.ts';

/** Compares a page of somebody else's site with a text: its headline and every passage must stand there word for word, whatever stands around them; pictures and their words are not looked for. A page on which not one passage can be read is written by a script, or shown only after signing in, and cannot be compared here, unless it could before (`wasRead`).
 *  `words` are the passages that were found, and where one is missing what stands in its place. */
export function comparePage(html: string, text: StoryText, wasRead: boolean): Seen {
  const page = evened(pageWords(html.replace(shownByScript, '')));
  const title = evened(text.title);
  const passages = passagesOf(text)
    .map(evened)
    .filter((passage) => passage !== '');
  if (!wasRead && !isReadable(page, passages)) return { uncompared: 'no-text' };
  const wanted = [title, ...passages];
  return { words: wanted.map((_, at) => wordsThere(page, wanted, at)).join('\n'), wanted: wanted.join('\n') };
}

/** How much more than the passage itself is looked at where it is missing: a line may have grown. */
const slack = 40;

// Between its neighbours, as far as they are there: whoever lets other words stand means these, and no third ones.
function wordsThere(page: string, wanted: readonly string[], at: number): string {
  const passage = wanted[at] ?? '';
  if (page.includes(passage)) return passage;
  const isThere = (one: string): boolean => page.includes(one);
  const before = wanted.slice(0, at).findLast(isThere);
  const from = before === undefined ? undefined : page.indexOf(before) + before.length;
  const after = wanted.slice(at + 1).find(isThere);
  const found = after === undefined ? -1 : page.indexOf(after, from ?? 0);
  const until = found === -1 ? undefined : found;
  const room = passage.length + slack;
  if (from !== undefined) return page.slice(from, Math.min(until ?? page.length, from + room));
  return until === undefined ? '' : page.slice(Math.max(0, until - room), until);
}

// WeChat sends an article's words with the page, and has a script make them visible.
const shownByScript = /visibility:\s*hidden/gi;

/** A passage shorter than this stands on many a page by chance. */
const tellingLength = 6;

function isReadable(page: string, passages: readonly string[]): boolean {
  const telling = passages.filter(({ length }) => length >= tellingLength);
  return (telling.length > 0 ? telling : passages).some((passage) => page.includes(passage));
}

// What editing programs change by themselves is no other word: white space, signs that show nothing, the form of quotation marks, dashes and dots.
const evened = (words: string): string =>
  words
    .normalize('NFC')
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/…/g, '...');
