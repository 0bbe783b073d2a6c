import { excerpt, pictureHashes, renderPlainBody } from '@xiangyin/document';
import type { Piece } from '../piece/piece.ts';
import { breachesOf, lengthOf } from './limits.ts';
import type { Breach, Counts, Limits } from './limits.ts';

/** A text on its way to a channel, published or still in work. */
export type Draft = Pick<
  Piece,
  'text' | 'marked' | 'byline' | 'language' | 'storyKind' | 'notice' | 'correctionNote' | 'site' | 'publisher'
> & {
  /** The public page; null: it has none yet. */
  readonly address: string | null;
};

/** A piece in a channel's own form, as the preview shows it. */
export interface Rendering {
  readonly title: string;
  /** How it begins there. */
  readonly begins: string;
  /** Who it names as author there; absent: the byline. */
  readonly author?: string;
  /** How much the parts have that the channel limits; absent: only what breaks a limit is known. */
  readonly counts?: Counts;
  /** Its body in the channel's form; absent: as on the site. */
  readonly html?: string;
  readonly breaks: readonly Breach[];
  /** Codes of what does not survive there, such as `links`, with how many. */
  readonly lost: readonly { readonly code: string; readonly count: number }[];
}

const previewSigns = 90;

/** A text as a channel shows it that has no form of its own. */
export function renderPlainly({ text, byline }: Draft, limits: Limits = {}): Rendering {
  const counts = {
    title: lengthOf(text.title),
    author: lengthOf(byline),
    digest: lengthOf(text.deck),
    body: lengthOf(renderPlainBody(text)),
    pictures: pictureHashes(text).length,
  };
  return {
    title: text.title,
    begins: excerpt(text, previewSigns),
    counts,
    breaks: breachesOf(limits, counts),
    lost: [],
  };
}
