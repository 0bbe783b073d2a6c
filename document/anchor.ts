import * as Y from 'yjs';
import { findQuote, type Quote } from './quote.ts';

/** Two relative positions of Yjs in their JSON form: they stay at their words while others write around them. */
export interface Anchor {
  readonly from: object;
  readonly to: object;
}

/** The anchor of a stretch within words of the shared body: it begins with its first sign and ends with its last, so that what is written next to it stays outside. */
export const anchorOf = (from: { type: Y.XmlText; index: number }, to: { type: Y.XmlText; index: number }): Anchor => ({
  from: positionOf(from, 0),
  to: positionOf(to, -1),
});

const positionOf = ({ type, index }: { type: Y.XmlText; index: number }, side: 0 | -1): object =>
  Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, index, side)) as object;

/** The anchor of words that somebody read in a version, found in the working copy; null when they no longer stand there. */
export function anchorOfQuote(body: Y.XmlFragment, quote: Quote): Anchor | null {
  const lines = linesOf(body);
  const place = findQuote(
    lines.map((line) => line.text),
    quote,
  );
  const line = place && lines[place.line];
  if (!place || !line) return null;
  const from = line.at(place.from, true);
  const to = line.at(place.to, false);
  return from && to ? anchorOf(from, to) : null;
}

interface SharedLine {
  readonly text: string;
  /** The shared words that hold the sign behind (or before) this place of the line. */
  at(place: number, behind: boolean): { type: Y.XmlText; index: number } | undefined;
}

function linesOf(parent: Y.XmlFragment): SharedLine[] {
  const children = parent.toArray();
  const below = children.flatMap((child) => (child instanceof Y.XmlElement ? linesOf(child) : []));
  // The words of a footnote are a line of their own, behind that in which it stands as one sign.
  return children.some((child) => child instanceof Y.XmlText) ? [lineOf(children), ...below] : below;
}

// A hard break is one sign, and so is a footnote, as everywhere where words are counted.
function lineOf(children: readonly unknown[]): SharedLine {
  const parts: { readonly start: number; readonly text: string; readonly type: Y.XmlText | undefined }[] = [];
  let start = 0;
  for (const child of children) {
    const type = child instanceof Y.XmlText ? child : undefined;
    const text = type ? wordsOf(type) : '\n';
    parts.push({ start, text, type });
    start += text.length;
  }
  return {
    text: parts.map((part) => part.text).join(''),
    at(place, behind) {
      const part = parts.find(({ start: at, text, type }) =>
        behind ? type && place >= at && place < at + text.length : type && place > at && place <= at + text.length,
      );
      return part?.type && { type: part.type, index: place - part.start };
    },
  };
}

const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
