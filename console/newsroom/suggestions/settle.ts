import type { Node } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { changedLink, changedMarks, formed, formOf, type ChangedMark } from '@xiangyin/document/editor';
import { mayTake } from './suggest-form.ts';
import { piecesIn, type Piece } from './found-suggestions.ts';
import { endBefore } from './joining.ts';

/** Accepts suggestions or turns them down: what stays loses its mark, what goes is deleted. Words and pictures first, then the breaks between what is left, at last another form of what stands then. */
export function settle(tr: Transaction, ids: ReadonlySet<string>, accept: boolean): Transaction {
  const pieces = piecesIn(tr.doc).filter(({ id }) => ids.has(id));
  settleMarks(tr, pieces, accept);
  settleWords(tr, pieces, accept);
  return settleForms(tr, ids, accept);
}

// Bold and italic move nothing.
function settleMarks(tr: Transaction, pieces: readonly Piece[], accept: boolean): void {
  const { schema } = tr.doc.type;
  for (const { what, wish, from, to, href } of pieces) {
    if (wish === undefined || what !== 'words') continue;
    if (href !== undefined) {
      tr.removeMark(from, to, schema.marks[changedLink]);
      if (accept) tr.removeMark(from, to, schema.marks['link']);
      if (accept && href !== '') tr.addMark(from, to, schema.mark('link', { href }));
      continue;
    }
    const change = wish.replace('no-', '') as ChangedMark;
    tr.removeMark(from, to, schema.marks[change]);
    if (!accept) continue;
    if (wish === change) tr.addMark(from, to, schema.mark(changedMarks[change]));
    else tr.removeMark(from, to, schema.marks[changedMarks[change]]);
  }
}

function settleWords(tr: Transaction, pieces: readonly Piece[], accept: boolean): void {
  const { schema } = tr.doc.type;
  const order = [...pieces.filter(({ what }) => what !== 'break'), ...pieces.filter(({ what }) => what === 'break')];
  for (const { id, kind, what, from, to } of order) {
    if (kind === 'formed') continue;
    const stays = (kind === 'inserted') === accept;
    const [start, end] = [tr.mapping.map(from, 1), tr.mapping.map(to, what === 'break' ? 1 : -1)];
    if (what === 'break') {
      const node = tr.doc.resolve(start).parent;
      // Gone with the words around it.
      if (tr.doc.resolve(start).parentOffset !== 0 || node.attrs[kind] !== id) continue;
      const before = stays ? null : endBefore(tr.doc, start);
      if (before !== null) tr.delete(before, start);
      else if (stays || node.childCount > 0 || tr.doc.childCount === 1) tr.setNodeAttribute(start - 1, kind, null);
      else tr.delete(start - 1, start + 1);
    } else if (start >= end) continue;
    else if (!stays) takeAway(tr, start, end);
    else if (what === 'words') tr.removeMark(start, end, schema.mark(kind, { id }));
    else tr.setNodeAttribute(start, kind, null);
  }
}

// With its last cell a row goes as well, and a table with its last row; a text without any block has an empty paragraph.
function takeAway(tr: Transaction, from: number, to: number): void {
  const $from = tr.doc.resolve(from);
  if (['table', 'tableRow'].includes($from.parent.type.name) && $from.parent.childCount === 1)
    return takeAway(tr, $from.before(), $from.after());
  const { paragraph } = tr.doc.type.schema.nodes;
  if (paragraph && $from.depth === 0 && tr.doc.childCount === 1) tr.replaceWith(from, to, paragraph.create());
  else tr.delete(from, to);
}

function settleForms(tr: Transaction, ids: ReadonlySet<string>, accept: boolean): Transaction {
  tr.doc.descendants((node, at) => {
    const form = formOf(node.attrs['form']);
    // Where no form can be, none is taken over.
    if (form && ids.has(form.id) && (!accept || !mayTake(tr.doc, at, form.to))) tr.setNodeAttribute(at, 'form', null);
    return !node.isTextblock;
  });
  return accept ? takeForms(tr, ids) : tr;
}

const isWanted = (form: unknown, ids: ReadonlySet<string>): boolean => ids.has(formOf(form)?.id ?? '');

interface Json {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Json[];
}

// Only blocks that become others are put anew: around them others may be writing.
function takeForms(tr: Transaction, ids: ReadonlySet<string>): Transaction {
  const { doc } = tr;
  for (const { from, to } of touched(doc, ids).toReversed()) {
    const blocks = doc.slice(from, to).content.toJSON() as Json[];
    const made = formed(blocks, ({ attrs }) => (isWanted(attrs?.['form'], ids) ? formOf(attrs?.['form']) : undefined));
    const { from: caret } = tr.selection;
    tr.replaceWith(
      from,
      to,
      made.map((one) => doc.type.schema.nodeFromJSON(one)),
    );
    // The caret stays near its words.
    if (caret > from && caret < to)
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size))));
  }
  return tr;
}

// Neighbouring blocks of the text that hold words to be formed, as stretches.
function touched(doc: Node, ids: ReadonlySet<string>): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  doc.forEach((block, from) => {
    let holds = isWanted(block.attrs['form'], ids);
    block.descendants((node) => {
      holds ||= isWanted(node.attrs['form'], ids);
      return !holds;
    });
    const last = stretches.at(-1);
    const to = from + block.nodeSize;
    if (holds && last?.to === from) last.to = to;
    else if (holds) stretches.push({ from, to });
  });
  return stretches;
}
