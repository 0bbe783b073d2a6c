import { renderHtml } from '@xiangyin/document';
import { originalPath } from '#media';
import type { Piece } from './piece.ts';

/** The body of a text for places away from the site: every address is whole. */
export const htmlOf = ({ text, site }: Pick<Piece, 'text' | 'site'>): string =>
  renderHtml(text, {
    resolveFigure: (hash, { width, height }) => ({ src: `${site}${originalPath(hash)}`, width, height }),
    resolveLink: (href) => (href.startsWith('/') ? `${site}${href}` : href),
  });
