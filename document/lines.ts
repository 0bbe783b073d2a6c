import type { Block, FigureAttrs, Inline, ListItem, StoryText, Table } from './schema.ts';

/** What a line of a text is: its kind, and the containers around it from the outside in. */
export type Form = {
  kind: 'language' | 'title' | 'deck' | 'paragraph' | 'heading2' | 'heading3' | 'figure' | 'rule';
  within: ('bulletList' | 'orderedList' | 'blockquote' | 'factBox' | 'table' | 'gallery')[];
};

/** A stretch of words that look and lead alike. `part` tells the parts of a picture: which picture, its alternative text, caption, credit; and the words of a footnote, which stand between two edges (〔 〕). */
export type Piece = {
  text: string;
  bold?: true;
  italic?: true;
  href?: string;
  part?: 'picture' | 'alt' | 'caption' | 'credit' | 'note' | 'noteEdge';
};

/** One paragraph, heading, picture or rule, with everything of the text that belongs to it. `structure` also tells where containers begin, so that
 *  two texts are equal exactly when their lines are. */
export type Line = { form: Form; structure: string; pieces: Piece[]; figure?: FigureAttrs; cell?: CellPlace };

/** Where in a table a line stands: which of the text's tables, which row, which column, from 0. */
export type CellPlace = { table: number; row: number; column: number; header: boolean };

type Around = { within: Form['within']; structure: string };

/** The whole text as lines: language, title, deck, then the body in reading order. */
export function linesOf(text: StoryText): Line[] {
  const head = (kind: Form['kind'], words: string): Line => ({
    form: { kind, within: [] },
    structure: '',
    pieces: words === '' ? [] : [{ text: words }],
  });
  const lines = [head('language', text.language), head('title', text.title), head('deck', text.deck)];
  collect(text.body.content, { within: [], structure: '' }, lines);
  return lines;
}

function collect(blocks: readonly Block[], around: Around, into: Line[]): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
        into.push({
          form: { kind: 'paragraph', within: around.within },
          structure: around.structure,
          pieces: piecesOf(block.content),
        });
        break;
      case 'heading':
        into.push({
          form: { kind: block.attrs.level === 2 ? 'heading2' : 'heading3', within: around.within },
          structure: around.structure,
          pieces: piecesOf(block.content),
        });
        break;
      case 'horizontalRule':
        into.push({ form: { kind: 'rule', within: around.within }, structure: around.structure, pieces: [] });
        break;
      case 'figure':
        into.push({
          form: { kind: 'figure', within: around.within },
          structure: around.structure,
          pieces: piecesOfFigure(block.attrs),
          figure: block.attrs,
        });
        break;
      case 'bulletList':
        collectItems(block.content, inside(around, 'bulletList', ''), into);
        break;
      case 'orderedList':
        collectItems(block.content, inside(around, 'orderedList', String(block.attrs.start)), into);
        break;
      case 'table':
        collectCells(block, inside(around, 'table', ''), into);
        break;
      default:
        collect(block.content, inside(around, block.type, ''), into);
    }
    around = continued(around);
  }
}

function collectItems(items: readonly ListItem[], around: Around, into: Line[]): void {
  for (const item of items) {
    collect(item.content, { within: around.within, structure: `${around.structure} item+` }, into);
    around = continued(around);
  }
}

function collectCells(table: Table, around: Around, into: Line[]): void {
  const number = new Set(into.flatMap(({ cell }) => (cell ? [cell.table] : []))).size;
  for (const [row, { content }] of table.content.entries()) {
    let inRow: Around = { within: around.within, structure: `${around.structure} row+` };
    for (const [column, cell] of content.entries()) {
      const header = cell.type === 'tableHeader';
      const from = into.length;
      collect(
        cell.content,
        { within: around.within, structure: `${inRow.structure} ${header ? 'head' : 'cell'}+` },
        into,
      );
      for (const line of into.slice(from)) line.cell = { table: number, row, column, header };
      inRow = continued(inRow);
    }
    around = continued(around);
  }
}

/** `+` after a name (and the number a list starts from) means: it begins with this line. */
function inside(around: Around, name: Form['within'][number], detail: string): Around {
  return { within: [...around.within, name], structure: `${around.structure} ${name}${detail}+` };
}

function continued(around: Around): Around {
  return { ...around, structure: around.structure.replace(/\d*\+/g, '') };
}

function piecesOf(content: readonly Inline[] | undefined): Piece[] {
  const pieces: Piece[] = [];
  for (const node of content ?? []) {
    if (node.type === 'footnote') {
      pieces.push(
        { text: '〔', part: 'noteEdge' },
        ...piecesOf(node.content).map((piece) => ({ ...piece, part: 'note' as const })),
        { text: '〕', part: 'noteEdge' },
      );
      continue;
    }
    const piece: Piece = { text: node.type === 'text' ? node.text : '\n' };
    for (const mark of (node.type === 'text' ? node.marks : undefined) ?? []) {
      if (mark.type === 'link') piece.href = mark.attrs.href;
      else piece[mark.type] = true;
    }
    pieces.push(piece);
  }
  return pieces;
}

function piecesOfFigure(figure: FigureAttrs): Piece[] {
  const pieces: Piece[] = [
    { text: `${figure.hash} ${figure.width}×${figure.height}`, part: 'picture' },
    { text: figure.alt, part: 'alt' },
    { text: figure.caption, part: 'caption' },
    { text: figure.credit, part: 'credit' },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

/** How a piece looks and leads, without its words: what must be equal for words to be the same. */
export function lookOf(piece: Piece): string {
  return `${piece.bold ? 'b' : ''}${piece.italic ? 'i' : ''}${piece.part ?? ''} ${piece.href ?? ''}`;
}

/** A line as one string, structure left out: equal strings read equally. */
export function lineKey(line: Line): string {
  return `${formKey(line.form)}\u0000${line.pieces.map((piece) => `${lookOf(piece)}\u0001${piece.text}`).join('\u0002')}`;
}

/** The form as one string. */
export function formKey(form: Form): string {
  return [form.kind, ...form.within].join(' ');
}

/** Whether two lines stand in the same containers, begun at the same places. `loosely`: that one begins a container and the other does not is no difference. */
export function sameStructure(a: Line, b: Line, loosely: boolean): boolean {
  if (a.structure === b.structure) return true;
  if (!loosely) return false;
  const partsA = a.structure.split(' ');
  const partsB = b.structure.split(' ');
  return (
    partsA.length === partsB.length &&
    partsA.every((part, i) => !part.endsWith('+') || !partsB[i]?.endsWith('+') || part === partsB[i])
  );
}
