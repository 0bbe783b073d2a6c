import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { canSplit, ReplaceStep } from '@tiptap/pm/transform';
import { suggestionMarks } from '@xiangyin/document/editor';
import { idOf, isCell } from './found-suggestions.ts';
import { endBefore } from './joining.ts';
import { ownAround } from './suggest-table.ts';
import { newSuggestionId } from './suggestion-id.ts';

/** Whether a suggestion was made by the person at this window. */
export type IsMine = (id: string) => boolean;

/** The change of a transaction as a suggestion: what it puts in is marked, and what it takes out stays and is marked; words that I suggested myself really go.
 *  Null for what cannot be suggested so: another form (`suggest-form.ts`), a link (`suggest-link.ts`), a table (`suggest-table.ts`). */
export function asSuggestion(change: Transaction, state: EditorState, isMine: IsMine): Transaction | null {
  // Across blocks the editor's own deleting also moves what stays.
  if (change.getMeta('uiEvent') === 'cut') return withoutSelection(state, isMine);
  if (!change.steps.every((step) => step instanceof ReplaceStep)) return null;
  if (change.steps.every((step, i) => isMyTyping(step, change.docs[i] ?? state.doc, isMine))) return change;
  const { tr } = state;
  let caret: number | null = null;
  for (const [i, step] of change.steps.entries()) {
    const earlier = change.mapping.maps.slice(0, i).toReversed();
    const place = (position: number, side: 1 | -1): number =>
      tr.mapping.map(
        earlier.reduce((at, map) => map.invert().map(at, side), position),
        side,
      );
    const to = place(step.to, 1);
    const from = step.from === step.to ? to : Math.min(place(step.from, -1), to);
    const id = idNear(tr.doc, from, to, isMine);
    const before = tr.steps.length;
    takeOut(tr, from, to, id, isMine);
    const at = tr.mapping.slice(before).map(to, 1);
    if (step.slice.size === 0) {
      const forward = state.selection.empty && state.selection.from === step.from;
      caret = forward ? at : tr.mapping.slice(before).map(from, -1);
      continue;
    }
    const inserted = tr.steps.length;
    tr.replace(at, at, suggested(step.slice, id, state.schema));
    if (tr.steps.length === inserted) return null;
    caret = tr.mapping.slice(inserted).map(at, 1);
  }
  if (caret !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(caret), -1));
  for (const name of ['composition', 'uiEvent', 'paste'])
    if (change.getMeta(name) !== undefined) tr.setMeta(name, change.getMeta(name));
  return change.scrolledIntoView ? tr.scrollIntoView() : tr;
}

// What is typed carries my mark already, and replaces nothing but my own: it goes through as it is, so that an input method that composes is not disturbed.
function isMyTyping({ from, to, slice }: ReplaceStep, doc: Node, isMine: IsMine): boolean {
  let isAll = slice.openStart === 0 && slice.openEnd === 0;
  const look = (node: Node): void => {
    isAll &&= node.isText && isMine(idOf(node.marks, 'inserted') ?? '') && idOf(node.marks, 'deleted') === undefined;
  };
  slice.content.forEach(look);
  if (from < to) {
    isAll &&= doc.resolve(from).sameParent(doc.resolve(to));
    if (isAll) doc.slice(from, to).content.forEach(look);
  }
  return isAll;
}

// What I go on with is the same suggestion.
function idNear(doc: Node, from: number, to: number, isMine: IsMine): string {
  const near = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter, doc.resolve(to).nodeBefore];
  for (const node of near)
    for (const kind of ['inserted', 'deleted'] as const) {
      const id = node?.isText ? idOf(node.marks, kind) : undefined;
      if (id !== undefined && isMine(id)) return id;
    }
  const { parent } = doc.resolve(to);
  for (const id of [parent.attrs['inserted'], parent.attrs['deleted']] as unknown[])
    if (typeof id === 'string' && isMine(id) && doc.resolve(to).parentOffset === 0) return id;
  return ownAround(doc.resolve(to), isMine) ?? newSuggestionId();
}

/** What is selected marked as taken out, the caret behind it. */
export function withoutSelection(state: EditorState, isMine: IsMine): Transaction {
  const { tr, selection } = state;
  takeOut(tr, selection.from, selection.to, newSuggestionId(), isMine);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(selection.to)), -1)).scrollIntoView();
}

/** Words in the place of others, which may reach over several blocks. */
export function suggestWords(state: EditorState, from: number, to: number, text: string, isMine: IsMine): Transaction {
  const { tr, schema } = state;
  const id = idNear(tr.doc, from, to, isMine);
  takeOut(tr, from, to, id, isMine);
  const at = tr.mapping.map(to);
  const words = schema.text(text, [schema.mark('inserted', { id })]);
  tr.insert(at, words);
  return tr.setSelection(TextSelection.create(tr.doc, at + words.nodeSize)).scrollIntoView();
}

/** Marks a stretch as taken out. */
export function takeOut(tr: Transaction, from: number, to: number, id: string, isMine: IsMine): void {
  const { doc } = tr;
  const gone: { from: number; to: number }[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isText) {
      const part = { from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) };
      if (isMine(idOf(node.marks, 'inserted') ?? '')) gone.push(part);
      else if (idOf(node.marks, 'deleted') === undefined)
        tr.addMark(part.from, part.to, doc.type.schema.mark('deleted', { id }));
      return undefined;
    }
    // Cells go by columns only.
    if (isCell(node)) return undefined;
    const isWhole = at >= from && at + node.nodeSize <= to;
    if (!('deleted' in node.attrs) || (node.isTextblock ? from > at || to <= at : !isWhole)) return undefined;
    const end = node.isTextblock ? endBefore(doc, at + 1) : null;
    if (node.isTextblock && end === null) return undefined;
    const mine = typeof node.attrs['inserted'] === 'string' && isMine(node.attrs['inserted']);
    if (mine) gone.push(end === null ? { from: at, to: at + node.nodeSize } : { from: end, to: at + 1 });
    else if (node.attrs['deleted'] === null) tr.setNodeAttribute(at, 'deleted', id);
    // The words of a note, a row, a table go with it.
    return node.isTextblock;
  });
  for (const part of gone.toSorted((one, two) => two.from - one.from || two.to - one.to)) tr.delete(part.from, part.to);
}

/** A slice whose words, breaks and pictures are put in by a suggestion. Lists, boxes and tables come as their paragraphs. */
export function suggested(slice: Slice, id: string, schema: Schema): Slice {
  const mark = schema.mark('inserted', { id });
  const inline = (node: Node): Node =>
    node.isText
      ? node.mark(mark.addToSet(withoutSuggestions(node).marks))
      : node.type.create({ ...node.attrs, inserted: id, deleted: null }, withoutSuggestions(node).content, node.marks);
  const isInline = slice.content.firstChild?.isInline === true;
  if (isInline) return new Slice(Fragment.from(children(slice.content).map(inline)), 0, 0);
  const blocks: Node[] = [];
  slice.content.descendants((node) => {
    if (node.isTextblock) {
      const words = Fragment.from(children(node.content).map(inline));
      blocks.push(node.type.create({ ...node.attrs, inserted: id, deleted: null }, words));
      return false;
    }
    if (node.isAtom) blocks.push(node.type.create({ ...node.attrs, inserted: id, deleted: null }));
    return true;
  });
  const [first] = blocks;
  const open = { start: slice.openStart > 0 && first?.isTextblock === true, end: blocks.at(-1)?.isTextblock === true };
  // The first words go on with those before them: no break of theirs is put in.
  if (open.start && first) blocks[0] = first.type.create({ ...first.attrs, inserted: null }, first.content);
  return new Slice(Fragment.from(blocks), open.start ? 1 : 0, open.end && slice.openEnd > 0 ? 1 : 0);
}

const children = (content: Fragment): Node[] => Array.from({ length: content.childCount }, (_, i) => content.child(i));

const ofSuggestions = new Set(Object.keys(suggestionMarks));

/** A node as if it had never been suggested. */
export function withoutSuggestions(node: Node): Node {
  if (node.isText) return node.mark(node.marks.filter(({ type }) => !ofSuggestions.has(type.name)));
  const attrs = {
    ...node.attrs,
    ...('inserted' in node.attrs ? { inserted: null, deleted: null } : {}),
    ...('form' in node.attrs ? { form: null } : {}),
  };
  return node.type.create(attrs, Fragment.from(children(node.content).map(withoutSuggestions)), node.marks);
}

/** A break where the caret stands, as a suggestion; null where there can be none. */
export function suggestBreak(state: EditorState, isMine: IsMine): Transaction | null {
  const { tr, selection } = state;
  const { from, to } = selection;
  const id = idNear(tr.doc, from, to, isMine);
  if (!selection.empty) takeOut(tr, from, to, id, isMine);
  const at = tr.mapping.map(to, 1);
  const $at = tr.doc.resolve(at);
  if (!$at.parent.isTextblock) return null;
  const isAtEnd = $at.parentOffset === $at.parent.content.size;
  const type = isAtEnd ? state.schema.nodes['paragraph'] : $at.parent.type;
  if (!type) return null;
  const words = { type, attrs: { ...(type === $at.parent.type ? $at.parent.attrs : {}), inserted: id, deleted: null } };
  const inItem = $at.depth > 1 && $at.node(-1).type.name === 'listItem' && $at.index(-1) === 0;
  const types = inItem ? [{ type: $at.node(-1).type }, words] : [words];
  if (!canSplit(tr.doc, at, types.length, types)) return null;
  tr.split(at, types.length, types);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(to, 1)), 1)).scrollIntoView();
}
