import * as Y from 'yjs';
import { limits } from './limits.ts';
import type { Inline } from './schema.ts';
import type { Suggested } from './suggested.ts';
import type { SuggestedForm } from './suggested-form.ts';
import type { TextErrorCode } from './text-errors.ts';

/** What no editor of ours can have written stands in a working copy: `path` leads to it, by shared name and position. */
export class WorkingCopyFault extends Error {
  readonly path: string;
  readonly code: TextErrorCode;
  constructor(path: string, code: TextErrorCode) {
    super(`${path} ${code}`);
    this.name = 'WorkingCopyFault';
    this.path = path;
    this.code = code;
  }
}

/** Ends the reading. Throws WorkingCopyFault. */
export const fail = (path: string, code: TextErrorCode): never => {
  throw new WorkingCopyFault(path, code);
};

/** Counts what is limited while a body is read. Merging may exceed a limit of the signed text a little; the working copy bears that, the revision does not. */
export interface Count {
  nodes: number;
  units: number;
  footnotes: number;
  /** As which reading of its suggestions the text is read. */
  readonly taking: Taking;
  /** Suggestions (建议) that stand in the text, and the pictures of all readings. */
  readonly suggestions: Set<string>;
  readonly pictures: Set<string>;
  /** The words read last, to which those belong whose break before them is not taken; none across the edge of a cell or behind a picture. */
  last: { content?: Inline[] } | undefined;
  /** Other forms that are wanted for words and cells of this reading. */
  readonly forms: Map<object, SuggestedForm>;
}

/** Twice or three times what the signed text may have. */
export const most = {
  nodes: 2 * limits.nodes,
  units: 3 * limits.bodyCharacters,
  suggestions: 2 * limits.suggestions,
  footnotes: 2 * limits.footnotes,
} as const;

/** Which suggestions are taken as if accepted: none, which is the text that counts, or all of them; `shown`: what is put in and what is taken out stand together, as in the editor. */
export type Taking = 'none' | 'all' | 'shown';

/** Whether what a suggestion is about is there in this reading. */
export const stands = ({ inserted, deleted }: Suggested, { taking }: Count): boolean =>
  taking === 'shown' || typeof (taking === 'none' ? inserted : deleted) !== 'string';

/** Counts a suggestion; answers its id. Throws WorkingCopyFault for too many. */
export function note(id: string, { suggestions }: Count): string {
  suggestions.add(id);
  return suggestions.size > most.suggestions ? fail('/body', 'TooManyNodes') : id;
}

/** What stands in an element. Throws WorkingCopyFault for too much, or too deep. */
export function childrenOf(parent: Y.XmlFragment, path: string, count: Count, depth: number): unknown[] {
  if (depth > limits.depth + 2) fail(path, 'TooDeep');
  count.nodes += parent.length;
  if (count.nodes > most.nodes) fail(path, 'TooManyNodes');
  return parent.toArray();
}

/** By its very class: a hook is a kind of element to instanceof, and none of ours. */
export const isElement = (child: unknown): child is Y.XmlElement =>
  child instanceof Y.XmlElement && child.constructor === Y.XmlElement;
/** By its very class, as an element is. */
export const isText = (child: unknown): child is Y.XmlText =>
  child instanceof Y.XmlText && child.constructor === Y.XmlText;

interface Piece {
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The runs of a text that differ in nothing but their words. Throws WorkingCopyFault for what is no words. */
export function piecesOf(text: Y.Text, path: string): Piece[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map((one) => ({
    text: typeof one.insert === 'string' ? one.insert : fail(path, 'UnknownNode'),
    attributes: one.attributes ?? {},
  }));
}
