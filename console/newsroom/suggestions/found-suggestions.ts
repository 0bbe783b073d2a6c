import type { Mark, Node } from '@tiptap/pm/model';
import { suggestedCells } from '@xiangyin/document';
import { changedLink, changedMarks, formOf, type ChangedMark, type Wish } from '@xiangyin/document/editor';
import { isFootnote } from '../editor/editor-lines.ts';

export type Kind = 'inserted' | 'deleted';

/** A stretch of the editor's document that a suggestion puts in, takes out or wants in another form: words, a whole picture or break, the break before words (`break`), words with their paragraph or cell (`form`). */
export interface Piece {
  readonly id: string;
  readonly kind: Kind | 'formed';
  readonly what: 'words' | 'node' | 'break' | 'form';
  /** Of what is to be formed: how. */
  readonly wish?: Wish;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Of a footnote: its words. Of a cell: the words of the first one of its column. */
  readonly note?: string;
  /** Where words are to lead. */
  readonly href?: string;
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
    pieces.push(...formsOf(node, at));
    if (node.type.spec['tableRole'] === 'table') pieces.push(...columnsOf(node, at));
    for (const kind of kinds) {
      if (isCell(node)) continue;
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

/** Whether a node is a cell: it comes and goes with its column. */
export const isCell = ({ type }: Node): boolean => type.name === 'tableCell' || type.name === 'tableHeader';

/** A cell with its place, and by which suggestions it comes and goes. */
export interface SuggestedCell {
  readonly node: Node;
  readonly at: number;
  readonly inserted: string | undefined;
  readonly deleted: string | undefined;
}

/** The cells of a table that begins at a place, row by row, with what is suggested for their columns. */
export function cellsOf(table: Node, start: number): SuggestedCell[][] {
  const rows: { node: Node; at: number }[][] = [];
  table.forEach((row, offset) => {
    const cells: { node: Node; at: number }[] = [];
    row.forEach((node, within) => void cells.push({ node, at: start + 1 + offset + 1 + within }));
    rows.push(cells);
  });
  const marks = suggestedCells(
    rows.map((cells) =>
      cells.map(({ node }) => ({
        inserted: node.attrs['inserted'] as unknown,
        deleted: node.attrs['deleted'] as unknown,
        isBlank: node.children.every((words) => words.childCount === 0),
      })),
    ),
  );
  return rows.map((cells, row) =>
    cells.map((cell, column) => ({
      ...cell,
      inserted: idIn(marks[row]?.[column]?.inserted),
      deleted: idIn(marks[row]?.[column]?.deleted),
    })),
  );
}

const idIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

// Column by column, each named by what stands at its top.
function columnsOf(table: Node, start: number): Piece[] {
  const rows = cellsOf(table, start);
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => rows.flatMap((cells) => cells[column] ?? [])).flatMap((cells) =>
    kinds.flatMap((kind) =>
      cells.flatMap(({ node, at, [kind]: id }): Piece[] =>
        id === undefined
          ? []
          : [
              {
                id,
                kind,
                what: 'node',
                from: at,
                to: at + node.nodeSize,
                text: 'column',
                note: cells[0]?.node.textContent ?? '',
              },
            ],
      ),
    ),
  );
}

const changes = Object.keys(changedMarks) as ChangedMark[];

function formsOf(node: Node, at: number): Piece[] {
  const stretch = { kind: 'formed', from: at, to: at + node.nodeSize } as const;
  const form = node.isTextblock || isCell(node) ? formOf(node.attrs['form']) : undefined;
  if (form) return [{ ...stretch, id: form.id, what: 'form', wish: form.to, text: node.textContent }];
  return node.marks.flatMap((mark): Piece[] => {
    if (mark.type.name === changedLink) {
      const href = String(mark.attrs['href']);
      const wish = href === '' ? (`no-${changedLink}` as const) : changedLink;
      return [{ ...stretch, id: String(mark.attrs['id']), what: 'words', wish, text: node.text ?? '', href }];
    }
    const change = changes.find((name) => name === mark.type.name);
    if (!change) return [];
    const wish = mark.attrs['on'] === true ? change : (`no-${change}` as const);
    return [{ ...stretch, id: String(mark.attrs['id']), what: 'words', wish, text: node.text ?? '' }];
  });
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
