import type { Transaction } from '@tiptap/pm/state';
import { piecesIn } from './found-suggestions.ts';
import { endBefore } from './joining.ts';

/** Accepts suggestions or turns them down: what stays loses its mark, what goes is deleted. Words and pictures first, then the breaks between what is left. */
export function settle(tr: Transaction, ids: ReadonlySet<string>, accept: boolean): Transaction {
  const pieces = piecesIn(tr.doc).filter(({ id }) => ids.has(id));
  const { schema } = tr.doc.type;
  const order = [...pieces.filter(({ what }) => what !== 'break'), ...pieces.filter(({ what }) => what === 'break')];
  for (const { id, kind, what, from, to } of order) {
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
    else if (!stays) tr.delete(start, end);
    else if (what === 'words') tr.removeMark(start, end, schema.mark(kind, { id }));
    else tr.setNodeAttribute(start, kind, null);
  }
  return tr;
}
