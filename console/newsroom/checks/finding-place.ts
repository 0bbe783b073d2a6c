import type { Node } from '@tiptap/pm/model';
import type { Finding } from '@xiangyin/document/checks';

/** A stretch of an editor's document. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** A whole picture rather than words. */
  readonly isNode: boolean;
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
  if (node.isAtom) return { from: before, to: before + node.nodeSize, isNode: true };
  const from = before + 1 + finding.from;
  const to = before + 1 + finding.to;
  if (!node.isTextblock || finding.to > node.content.size) return null;
  return node.textBetween(finding.from, finding.to, '', '\n') === finding.words ? { from, to, isNode: false } : null;
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
