import { lookOf, type Piece } from './lines.ts';
import type { LanguageTag } from './schema.ts';

/** A word, a sign or a space of a line, with its look. */
export type Word = Piece & { key: string };

const segmenters = new Map<LanguageTag, Intl.Segmenter>();

/** A line's clauses, each with the sign that ends it; their texts joined give the line's text again. */
export function splitClauses(pieces: readonly Piece[]): Word[] {
  return split(pieces, (piece) =>
    piece.part === 'picture'
      ? [piece.text]
      : (piece.text.match(/[^，。！？；：、\n]*?(?:[，。！？；：、\n]|[,.!?;:] )|[^]+?$/gu) ?? []),
  );
}

/** The words of pieces in order; their texts joined give the pieces' text again. Han words are found by the runtime's dictionary. */
export function splitWords(pieces: readonly Piece[], language: LanguageTag): Word[] {
  return split(joinAlike(pieces), (piece) => segmentsOf(piece, language));
}

/** Asking the dictionary for a paragraph at once takes half the time of asking clause by clause. */
function joinAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (last !== undefined && lookOf(last) === lookOf(piece)) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

function split(pieces: readonly Piece[], into: (piece: Piece) => string[]): Word[] {
  return pieces.flatMap((piece) => {
    const look = lookOf(piece);
    return into(piece).map((text) => ({ ...piece, text, key: look === ' ' ? text : `${look}\u0001${text}` }));
  });
}

/** Which picture is one word. Without Intl.Segmenter (older web views): runs of letters and digits, otherwise sign by sign. */
function segmentsOf(piece: Piece, language: LanguageTag): string[] {
  if (piece.part === 'picture') return [piece.text];
  if (typeof Intl.Segmenter !== 'function') return splitSigns(piece.text);
  const segments: string[] = [];
  for (const { segment } of segmenterFor(language).segment(piece.text)) segments.push(segment);
  return segments;
}

/** The fallback of `splitWords`: Latin words and numbers whole, every other sign alone. */
export function splitSigns(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{M}]+|\p{Nd}+|\s+|[^]/gu) ?? [];
}

function segmenterFor(language: LanguageTag): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
