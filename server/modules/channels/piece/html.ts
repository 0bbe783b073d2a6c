import { renderHtml } from '@xiangyin/document';
import type { ResolvedFigure } from '@xiangyin/document';
import { originalPath } from '#media';
import type { Piece } from './piece.ts';

/** A picture of a text for places away from the site, with what readers must be told of it. */
export const figureFor = (
  { marked }: Pick<Piece, 'marked'>,
  hash: string,
  shown: Pick<ResolvedFigure, 'src' | 'width' | 'height'>,
): ResolvedFigure => {
  const note = marked.get(hash)?.words;
  return { ...shown, ...(note === undefined ? {} : { note }) };
};

/** The body of a text for places away from the site: every address is whole. */
export const htmlOf = (piece: Pick<Piece, 'text' | 'site' | 'marked'>): string =>
  renderHtml(piece.text, {
    resolveFigure: (hash, { width, height }) =>
      figureFor(piece, hash, { src: `${piece.site}${originalPath(hash)}`, width, height }),
    resolveLink: (href) => (href.startsWith('/') ? `${piece.site}${href}` : href),
  });
