import { Fragment, type Node, type NodeType, type ResolvedPos, type Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { IsMine } from './as-suggestion.ts';
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
      Array.from({ length: size }, () => (row === 0 ? 'tableHeader' : 'tableCell')),
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
  const types = Array.from({ length: row.childCount }, (_, i) =>
    // A row beneath the head is none itself, but goes on with a head at its side.
    side === 'after' && i > 0 ? 'tableCell' : (row.child(i).type.name as 'tableCell'),
  );
  const at = side === 'before' ? $from.before(depth) : $from.after(depth);
  const tr = state.tr.insert(at, rowOf(state.schema, types, newSuggestionId()));
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

/** The suggested row or table in which a place stands, by the id of its suggestion, when that is mine: what I write in it belongs to it. */
export function ownAround($at: ResolvedPos, isMine: IsMine): string | undefined {
  for (let { depth } = $at; depth > 0; depth -= 1) {
    const id = $at.node(depth).attrs['inserted'] as unknown;
    if ($at.node(depth).type.spec['tableRole'] && typeof id === 'string' && isMine(id)) return id;
  }
  return undefined;
}

function inTable($from: ResolvedPos): { row: Node; $from: ResolvedPos; depth: number } | null {
  for (let { depth } = $from; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'tableRow') return { row: $from.node(depth), $from, depth };
  return null;
}

function rowOf(schema: Schema, types: readonly ('tableHeader' | 'tableCell')[], id: string | null = null): Node {
  const typed = (name: string): NodeType => schema.nodes[name] ?? schema.topNodeType;
  const cells = types.map((name) => typed(name).create(null, typed('paragraph').create()));
  return typed('tableRow').create({ inserted: id }, Fragment.from(cells));
}
