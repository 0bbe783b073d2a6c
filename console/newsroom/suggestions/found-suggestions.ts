import type { Mark, Node } from '@tiptap/pm/model';
import { isFootnote } from '../editor/editor-lines.ts';

export type Kind = 'inserted' | 'deleted';

/** A stretch of the editor's document that a suggestion puts in or takes out: words, a whole picture or break, or the break before words (`break`). */
export interface Piece {
  readonly id: string;
  readonly kind: Kind;
  readonly what: 'words' | 'node' | 'break';
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Of a footnote: its words. */
  readonly note?: string;
}

/** The suggestion by which a text was put in or taken out; undefined for none. */
export const idOf = (marks: readonly Mark[], kind: Kind): string | undefined => {
  const mark = marks.find((one) => one.type.name === kind);
  return mark && String(mark.attrs['id']);
};

const kinds = ['inserted', 'deleted'] as const;

/** Everything that is suggested in a text, in its order. */
export function piecesIn(doc: Node): Piece[] {
  const pieces: Piece[] = [];
  doc.descendants((node, at) => {
    for (const kind of kinds) {
      if (node.isText) {
        const id = idOf(node.marks, kind);
        if (id) pieces.push({ id, kind, what: 'words', from: at, to: at + node.nodeSize, text: node.text ?? '' });
        continue;
      }
      const id = node.attrs[kind] as unknown;
      if (typeof id !== 'string') continue;
      if (node.isTextblock) pieces.push({ id, kind, what: 'break', from: at + 1, to: at + 1, text: '' });
      else {
        const note = isFootnote(node) ? { note: node.textContent } : {};
        pieces.push({ id, kind, what: 'node', from: at, to: at + node.nodeSize, text: node.type.name, ...note });
      }
    }
    return !node.isTextblock || node.childCount > 0;
  });
  return pieces;
}

/** One suggestion as it stands in the text: all its pieces, the first place first. */
export interface FoundSuggestion {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/** The suggestions of a text in the order in which they begin. */
export function suggestionsIn(doc: Node): FoundSuggestion[] {
  return [...Map.groupBy(piecesIn(doc), (one) => one.id)].map(([id, pieces]) => ({ id, pieces }));
}
