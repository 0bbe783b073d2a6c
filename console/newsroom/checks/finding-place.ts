import type { Node } from '@tiptap/pm/model';
import type { Finding } from '@xiangyin/document/checks';
import { isFootnote, lineOf, noteLine } from '../editor/editor-lines.ts';

/** A stretch of an editor's document. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** A whole picture rather than words. */
  readonly isNode: boolean;
  /** Of words in a footnote: where it stands. */
  readonly note: number | null;
}

/** Tells one finding of a text from another, though the same words may stand twice in a sentence. */
export const placeKey = ({ path, from }: Pick<Finding, 'path' | 'from'>): string => `${path}:${from}`;

/** Where a finding stands in the editor's document; null for headline and lead, and when the words have changed since. */
export function rangeOf(doc: Node, finding: Finding): Range | null {
  const steps = finding.path
    .split('/')
    .filter((part) => /^\d+$/.test(part))
    .map(Number);
  if (steps.length === 0) return null;
  let node = doc;
  let before = -1;
  for (const step of steps) {
    if (step >= node.childCount) return null;
    let at = before + 1;
    for (let i = 0; i < step; i++) at += node.child(i).nodeSize;
    before = at;
    node = node.child(step);
  }
  if (node.isText) return null;
  const isNote = isFootnote(node);
  if (node.isAtom && !isNote) return { from: before, to: before + node.nodeSize, isNode: true, note: null };
  if (!node.isTextblock && !isNote) return null;
  const line = isNote ? noteLine(node, before) : lineOf(node, before + 1);
  if (line.text.slice(finding.from, finding.to) !== finding.words || finding.to > line.text.length) return null;
  return { from: line.at(finding.from), to: line.at(finding.to), isNode: false, note: line.note };
}

/** The smallest changes that turn the words into others, last first, so that bold words and links within stay as they are. */
export function changesBetween(words: string, suggestion: string): { from: number; to: number; words: string }[] {
  if (words.length === suggestion.length)
    return [...words].length === words.length
      ? [...words]
          .flatMap((sign, i) => (suggestion[i] === sign ? [] : [{ from: i, to: i + 1, words: suggestion[i] ?? '' }]))
          .reverse()
      : [{ from: 0, to: words.length, words: suggestion }];
  let start = 0;
  while (start < words.length && words[start] === suggestion[start]) start++;
  let end = 0;
  while (
    end < Math.min(words.length, suggestion.length) - start &&
    words[words.length - 1 - end] === suggestion[suggestion.length - 1 - end]
  )
    end++;
  return [{ from: start, to: words.length - end, words: suggestion.slice(start, suggestion.length - end) }];
}
