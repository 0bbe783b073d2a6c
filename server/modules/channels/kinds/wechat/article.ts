import { excerpt, pictureHashes } from '@xiangyin/document';
import { bilingualWord } from './words.ts';
import { breachesOf, lengthOf } from '../limits.ts';
import type { Counts } from '../limits.ts';
import type { Draft, Rendering } from '../rendering.ts';
import { bodyFor } from './body.ts';
import { mostSourceBytes, wechatLimits } from './limits.ts';

/** A text as the platform takes it. Pictures stand in `content` as `picture:<hash>`, until they have an address there. */
export interface WechatArticle {
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  /** The link to the original; empty: there is none yet. */
  readonly source: string;
  /** In their order; the first is the cover. */
  readonly pictures: readonly string[];
  readonly lost: Rendering['lost'];
}

/** A text in the form of an article. `mark` makes its link to the original one of a kind. */
export function articleFor(draft: Draft, { mark, follows }: { mark: string | null; follows: boolean }): WechatArticle {
  const author = authorFor(draft);
  const { html, lost } = bodyFor(draft, { author });
  const source = draft.address === null ? '' : mark === null ? draft.address : `${draft.address}#${mark}`;
  return {
    // What is only carried on corrects nothing.
    title: follows && draft.correctionNote !== null ? correctionTitle(draft) : draft.text.title,
    author,
    digest: excerpt(draft.text, wechatLimits.digest),
    content: html,
    source: Buffer.byteLength(source) > mostSourceBytes ? '' : source,
    pictures: pictureHashes(draft.text),
    lost,
  };
}

/** What becomes of a text there: what the preview shows, and what stops it before the call. */
export function renderArticle(draft: Draft): Rendering {
  const article = articleFor(draft, { mark: null, follows: false });
  return {
    title: article.title,
    author: article.author,
    begins: article.digest,
    counts: countsOf(article),
    breaks: breachesIn(article),
    lost: article.lost,
  };
}

/** The limits of the platform that an article would break. */
export const breachesIn = (article: WechatArticle): Rendering['breaks'] => breachesOf(wechatLimits, countsOf(article));

// A picture's address there is longer than the name it has here.
const countsOf = (article: WechatArticle): Counts => ({
  title: lengthOf(article.title),
  author: lengthOf(article.author),
  digest: lengthOf(article.digest),
  body: lengthOf(article.content) + article.pictures.length * addressSigns,
});

const addressSigns = 100;

// Names that do not fit stand in the body; then the publisher is the author.
function authorFor({ byline, publisher }: Draft): string {
  if (lengthOf(byline) <= wechatLimits.author) return byline;
  return lengthOf(publisher) <= wechatLimits.author ? publisher : '';
}

// An article that follows a wrong one says so in its headline, as long as that has room for it.
function correctionTitle({ text, language }: Draft): string {
  const title = `${bilingualWord(language, 'correction')}${text.title}`;
  return lengthOf(title) <= wechatLimits.title ? title : text.title;
}
