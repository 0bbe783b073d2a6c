import { pictureHashes, renderPlainBody } from '@xiangyin/document';
import { digitalSourceType, originalPath } from '#media';
import { figuresOf } from '../../piece/figures.ts';
import { htmlOf } from '../../piece/html.ts';
import type { Piece } from '../../piece/piece.ts';
import { trustIndicators } from './trust-indicators.ts';

/** An edition as news item of IPTC ninjs 3.1. `canceled`: it was taken down, and goes without its words. */
export const ninjs = (piece: Piece, pubStatus: 'usable' | 'canceled'): Record<string, unknown> =>
  pubStatus === 'canceled' ? about(piece, pubStatus) : { ...about(piece, pubStatus), ...wordsOf(piece) };

/** A notice that has ended, without its words: when, and the page of what took its place. */
export const endedNotice = (piece: Piece, endedAt: Date): Record<string, unknown> => ({
  ...about(piece, 'usable'),
  expires: endedAt.toISOString(),
  ...(piece.successor === null ? {} : { associations: [{ name: 'successor', uri: piece.successor, type: 'text' }] }),
});

/** A notice that goes on, or holds for another time than was said, without its words; without `expires` it has no end. */
export const holdingNotice = (piece: Piece): Record<string, unknown> => ({
  ...about(piece, 'usable'),
  ...(piece.validUntil === null ? {} : { expires: piece.validUntil.toISOString() }),
});

function about(piece: Piece, pubStatus: 'usable' | 'canceled'): Record<string, unknown> {
  return {
    uri: piece.address,
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
    },
    type: 'text',
    version: String(piece.editionNumber),
    pubStatus,
    language: piece.language,
    firstCreated: piece.firstPublishedAt.toISOString(),
    versionCreated: piece.publishedAt.toISOString(),
    headlines: [{ role: 'main', contentType: 'text/plain', value: piece.text.title }],
    infoSources: [{ name: piece.publisher, role: 'publisher' }],
    altIds: [
      { role: 'story', value: piece.storyId },
      { role: 'text-sha256', value: piece.textHash },
    ],
  };
}

// Of ninjs: 1 is the most urgent.
const urgencies = { red: 1, orange: 2, yellow: 3, blue: 4 } as const;

function wordsOf(piece: Piece): Record<string, unknown> {
  const plain = renderPlainBody(piece.text);
  return {
    by: piece.byline,
    ...(piece.level === null ? {} : { urgency: urgencies[piece.level] }),
    ...(piece.validUntil === null ? {} : { expires: piece.validUntil.toISOString() }),
    ...(piece.correctionNote === null ? {} : { edNote: piece.correctionNote }),
    ...(piece.text.deck === ''
      ? {}
      : { descriptions: [{ role: 'summary', contentType: 'text/plain', value: piece.text.deck }] }),
    bodies: [
      { role: 'main', contentType: 'text/html', value: htmlOf(piece) },
      { role: 'main', contentType: 'text/plain', charCount: Array.from(plain).length, value: plain },
    ],
    subjects: [{ name: piece.sectionName, rel: 'section', literal: piece.sectionSlug }],
    places: piece.places.map((place) => ({
      name: place.name,
      ...(place.code === null ? {} : { literal: place.code }),
    })),
    associations: picturesOf(piece),
    trustIndicators: trustIndicators(piece),
  };
}

function picturesOf(piece: Piece): Record<string, unknown>[] {
  const figures = figuresOf(piece.text);
  return pictureHashes(piece.text).flatMap((hash) => {
    const figure = figures.get(hash);
    const href = `${piece.site}${originalPath(hash)}`;
    const marked = piece.marked.get(hash);
    return figure
      ? [
          {
            name: `picture-${hash.slice(0, 8)}`,
            uri: href,
            type: 'picture',
            by: figure.credit,
            descriptions: [
              { role: 'alt', contentType: 'text/plain', value: figure.alt },
              { role: 'caption', contentType: 'text/plain', value: figure.caption },
            ],
            ...(marked
              ? {
                  edNote: marked.words,
                  digitalSourceType: { uri: digitalSourceType({ machine: marked.mark }), name: marked.words },
                }
              : {}),
            renditions: [
              { name: 'original', href, contentType: 'image/jpeg', width: figure.width, height: figure.height },
            ],
          },
        ]
      : [];
  });
}
