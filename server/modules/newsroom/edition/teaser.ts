import { excerpt, figuresIn } from '@xiangyin/document';
import type { StoryText } from '@xiangyin/document';

/** What lists show of the valid edition; kept with the story so that no list reads texts. */
export interface Teaser {
  readonly title: string;
  /** The deck, else the first words of the body. */
  readonly deck: string;
  readonly picture: {
    readonly hash: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  } | null;
  readonly byline: string;
  readonly signatureCount: number;
}

/** The teaser of an edition. */
export function teaserOf(text: StoryText, byline: string, signatureCount: number): Teaser {
  const [figure] = figuresIn(text);
  const picture = figure
    ? { hash: figure.attrs.hash, width: figure.attrs.width, height: figure.attrs.height, alt: figure.attrs.alt }
    : null;
  return {
    title: text.title,
    deck: text.deck || excerpt(text, text.language === 'zh-CN' ? 80 : 180),
    picture,
    byline,
    signatureCount,
  };
}
