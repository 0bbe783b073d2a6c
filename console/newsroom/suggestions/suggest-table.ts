import { Fragment, type Attrs, type Node, type NodeType, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { formOf, formValue } from '@xiangyin/document/editor';
import type { IsMine } from './as-suggestion.ts';
import { cellsOf, type SuggestedCell } from './found-suggestions.ts';
import { newSuggestionId } from './suggestion-id.ts';

const size = 3;

/** A table with a head as a suggestion, behind the words with the caret; null where none can stand: within a list, a quotation, a box. */
export function suggestTable(state: EditorState): Transaction | null {
  const { schema, tr, selection } = state;
  const { table } = schema.nodes;
  const { $to } = selection;
  if (!table || $to.depth > 1) return null;
  const at = $to.depth === 0 ? $to.pos : $to.after(1);
  const rows = Array.from({ length: size }, (_, row) =>
    rowOf(
      schema,
      Array.from({ length: size }, () => ({ name: row === 0 ? 'tableHeader' : 'tableCell' })),
    ),
  );
  tr.insert(at, table.create({ inserted: newSuggestionId() }, rows));
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView();
}

/** A row before or behind that of the caret as a suggestion; null outside of tables. */
export function suggestRow(state: EditorState, side: 'before' | 'after'): Transaction | null {
  const found = inTable(state.selection.$from);
  if (!found) return null;
  const { row, $from, depth } = found;
  const cells = row.children.map(({ type, attrs }, i) => ({
    // A row beneath the head is none itself, but goes on with a head at its side.
    name: side === 'after' && i > 0 ? 'tableCell' : type.name,
    // In a column that comes or goes.
    attrs: { ...attrs, form: null },
  }));
  const at = side === 'before' ? $from.before(depth) : $from.after(depth);
  const tr = state.tr.insert(at, rowOf(state.schema, cells, newSuggestionId()));
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1), 1)).scrollIntoView();
}

/** The row of the caret, or the whole table, taken out as a suggestion; what I suggested myself really goes. Null outside of tables, and where it is to go already. */
export function suggestOut(state: EditorState, what: 'row' | 'table', isMine: IsMine): Transaction | null {
  const found = inTable(state.selection.$from);
  if (!found) return null;
  const { $from, depth } = found;
  const at = $from.before(what === 'row' ? depth : depth - 1);
  const node = state.doc.nodeAt(at);
  if (!node || node.attrs['deleted'] !== null) return null;
  const inserted = node.attrs['inserted'] as unknown;
  if (typeof inserted === 'string' && isMine(inserted)) return state.tr.delete(at, at + node.nodeSize).scrollIntoView();
  return state.tr.setNodeAttribute(at, 'deleted', newSuggestionId());
}

/** A column before or behind that of the caret as a suggestion; null outside of tables. */
export function suggestColumn(state: EditorState, side: 'before' | 'after'): Transaction | null {
  const found = columnAt(state);
  if (!found) return null;
  const { tr, schema } = state;
  const id = newSuggestionId();
  const { rows, row, column } = found;
  let caret: number | undefined;
  for (const [number, cells] of rows.entries()) {
    // Of a row that another made shorter: at its end.
    const beside = cells[Math.min(column, cells.length - 1)];
    if (!beside) continue;
    const isBefore = side === 'before' && column < cells.length;
    const at = tr.mapping.map(isBefore ? beside.at : beside.at + beside.node.nodeSize, isBefore ? -1 : 1);
    // A column beside a head at the side is none itself, but goes on with a head above.
    const name = column === 0 && number > 0 ? 'tableCell' : beside.node.type.name;
    tr.insert(at, blankCell(schema, name, { inserted: id }));
    if (number === row) caret = at;
  }
  if (caret !== undefined) tr.setSelection(TextSelection.near(tr.doc.resolve(caret + 1), 1));
  return tr.scrollIntoView();
}

/** The column of the caret taken out as a suggestion; what I suggested myself really goes. Null outside of tables, and where it is to go already. */
export function suggestColumnOut(state: EditorState, isMine: IsMine): Transaction | null {
  const found = columnAt(state);
  if (!found) return null;
  const { tr } = state;
  const { rows, row, column } = found;
  const here = rows[row]?.[column];
  if (!here || here.deleted !== undefined) return null;
  const { inserted } = here;
  if (inserted !== undefined && isMine(inserted)) return withoutColumn(tr, rows, inserted);
  const width = Math.max(...rows.map((cells) => cells.length));
  const id = newSuggestionId();
  for (const cells of rows) {
    const cell = cells[column];
    if (cell && cells.length === width && cell.deleted === undefined) tr.setNodeAttribute(cell.at, 'deleted', id);
  }
  return tr.docChanged ? tr : null;
}

/** The first row or column of the caret's table as its head, or no longer, as a suggestion; null outside of tables. */
export function suggestHead(state: EditorState, what: 'row' | 'column'): Transaction | null {
  const found = columnAt(state);
  if (!found) return null;
  const { tr } = state;
  const above = found.rows[0] ?? [];
  const beside = found.rows.flatMap(([first]) => first ?? []);
  const [line, other] = what === 'row' ? [above, beside] : [beside, above];
  const on = !line.every(isShownHead);
  // The corner stays a head of the other side.
  const isCornerHead = other.length > 1 && other.slice(1).every(isShownHead);
  const id = newSuggestionId();
  for (const [i, cell] of line.entries()) {
    const wanted = on || (i === 0 && isCornerHead);
    if (wanted === isShownHead(cell)) continue;
    const to = wanted ? 'headed' : 'unheaded';
    tr.setNodeAttribute(cell.at, 'form', wanted === isHead(cell) ? null : formValue({ id, to }));
  }
  return tr.docChanged ? tr : null;
}

const isHead = ({ node }: SuggestedCell): boolean => node.type.name === 'tableHeader';

// With what is suggested for it.
function isShownHead(cell: SuggestedCell): boolean {
  const to = formOf(cell.node.attrs['form'])?.to;
  return to === undefined ? isHead(cell) : to === 'headed';
}

function withoutColumn(tr: Transaction, rows: readonly (readonly SuggestedCell[])[], id: string): Transaction {
  for (const { at, node, inserted } of rows.flat().toReversed()) if (inserted === id) tr.delete(at, at + node.nodeSize);
  return tr.scrollIntoView();
}

/** What stands in a suggested column without saying so, since others put in its row, says it from now on. Null where nothing does. */
export function columnsSaid({ doc, tr }: EditorState): Transaction | null {
  doc.forEach((table, start) => {
    if (table.type.name !== 'table') return;
    for (const { node, at, inserted, deleted } of cellsOf(table, start).flat())
      for (const [kind, id] of Object.entries({ inserted, deleted }))
        if (id !== undefined && node.attrs[kind] !== id) tr.setNodeAttribute(at, kind, id);
  });
  return tr.docChanged ? tr : null;
}

interface Column {
  readonly rows: readonly (readonly SuggestedCell[])[];
  /** Of the caret, from 0. */
  readonly row: number;
  readonly column: number;
}

function columnAt({ selection: { $from } }: EditorState): Column | null {
  const found = inTable($from);
  if (!found) return null;
  const { depth } = found;
  const rows = cellsOf($from.node(depth - 1), $from.before(depth - 1));
  return { rows, row: $from.index(depth - 1), column: $from.index(depth) };
}

/** The suggested row, column or table in which a place stands, by the id of its suggestion, when that is mine: what I write in it belongs to it. */
export function ownAround($at: ResolvedPos, isMine: IsMine): string | undefined {
  for (let { depth } = $at; depth > 0; depth -= 1) {
    const id = $at.node(depth).attrs['inserted'] as unknown;
    if ($at.node(depth).type.spec['tableRole'] && typeof id === 'string' && isMine(id)) return id;
  }
  return undefined;
}

/** Whether the caret stands in a table. */
export const isInTable = ({ selection: { $from } }: EditorState): boolean => inTable($from) !== null;

function inTable($from: ResolvedPos): { row: Node; $from: ResolvedPos; depth: number } | null {
  for (let { depth } = $from; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'tableRow') return { row: $from.node(depth), $from, depth };
  return null;
}

function rowOf(
  schema: Schema,
  cells: readonly { readonly name: string; readonly attrs?: Attrs }[],
  id: string | null = null,
): Node {
  const row = cells.map(({ name, attrs }) => blankCell(schema, name, attrs));
  return typed(schema, 'tableRow').create({ inserted: id }, Fragment.from(row));
}

const typed = (schema: Schema, name: string): NodeType => schema.nodes[name] ?? schema.topNodeType;
const blankCell = (schema: Schema, name: string, attrs: Attrs | null = null): Node =>
  typed(schema, name).create(attrs, typed(schema, 'paragraph').create());
