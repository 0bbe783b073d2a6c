import type { Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { changedMarks, formOf, formValue, type ChangedMark, type FormName } from '@xiangyin/document/editor';
import type { IsMine } from './as-suggestion.ts';
import { idOf } from './found-suggestions.ts';
import { newSuggestionId } from './suggestion-id.ts';

/** What words are, where a suggestion may want another form for them: at the top of the text, the words of a line of a list, of a quotation or of a box there. Null elsewhere: in tables, lists within lists. */
function formNow(doc: Node, at: number): FormName | null {
  const $at = doc.resolve(at);
  const node = $at.nodeAfter;
  if (!node || (node.type.name !== 'paragraph' && node.type.name !== 'heading')) return null;
  if ($at.depth === 0)
    return node.type.name === 'paragraph' ? 'paragraph' : node.attrs['level'] === 3 ? 'heading3' : 'heading2';
  const outer = $at.node(1).type.name;
  if (outer === 'blockquote' || outer === 'factBox') return $at.depth === 1 ? outer : null;
  const isLine = (outer === 'bulletList' || outer === 'orderedList') && $at.depth === 2 && $at.index() === 0;
  return isLine ? outer : null;
}

/** Whether a suggestion may want this form for the words at a place: deeper and less deep also for a line of a list within others. */
export function mayTake(doc: Node, at: number, to: FormName): boolean {
  if (to !== 'sunk' && to !== 'lifted') return formNow(doc, at) !== null;
  const $at = doc.resolve(at);
  return $at.parent.type.name === 'listItem' && $at.index() === 0;
}

interface Words {
  readonly at: number;
  readonly now: FormName;
  /** With what is suggested for it. */
  readonly shown: FormName;
}

function chosen({ doc, selection: { from, to } }: EditorState): Words[] {
  const words: Words[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    const now = node.isTextblock ? formNow(doc, at) : null;
    if (now) words.push({ at, now, shown: formOf(node.attrs['form'])?.to ?? now });
    return !node.isTextblock;
  });
  return words;
}

/** Whether all that is chosen has this form, with what is suggested. */
export function hasForm(state: EditorState, to: FormName): boolean {
  const words = chosen(state);
  return words.length > 0 && words.every(({ shown }) => shown === to);
}

/** Another form for what is chosen, as a suggestion; the same once more: plain words. Null where no form can be suggested. */
export function suggestForm(state: EditorState, to: FormName): Transaction | null {
  const words = chosen(state);
  if (words.length === 0) return null;
  const wanted = words.every(({ shown }) => shown === to) ? 'paragraph' : to;
  const id = newSuggestionId();
  const { tr } = state;
  for (const { at, now, shown } of words)
    if (shown !== wanted) tr.setNodeAttribute(at, 'form', wanted === now ? null : formValue({ id, to: wanted }));
  return tr.docChanged ? tr.scrollIntoView() : null;
}

const isSo = (node: Node, change: ChangedMark): boolean => {
  const wanted = node.marks.find(({ type }) => type.name === change);
  return wanted ? wanted.attrs['on'] === true : node.marks.some(({ type }) => type.name === changedMarks[change]);
};

function chosenWords({ doc, selection: { from, to } }: EditorState): { node: Node; from: number; to: number }[] {
  const words: { node: Node; from: number; to: number }[] = [];
  doc.nodesBetween(from, to, (node, at, parent) => {
    // The words of a note have no form of their own.
    if (node.isText && parent?.isTextblock === true && parent.inlineContent)
      words.push({ node, from: Math.max(from, at), to: Math.min(to, at + node.nodeSize) });
    return !node.isInline;
  });
  return words;
}

/** Whether all chosen words are bold or italic, with what is suggested. */
export function hasMark(state: EditorState, change: ChangedMark): boolean {
  const words = chosenWords(state);
  return words.length > 0 && words.every(({ node }) => isSo(node, change));
}

/** Bold or italic for the chosen words, or no longer, as a suggestion; words that I suggested myself simply become so. Without any chosen: for what is typed next. */
export function suggestMark(state: EditorState, change: ChangedMark, isMine: IsMine): Transaction | null {
  const { tr, schema, selection } = state;
  const mark = schema.marks[changedMarks[change]];
  if (!mark || !(selection instanceof TextSelection)) return null;
  if (selection.empty) {
    const marks = state.storedMarks ?? selection.$from.marks();
    return tr.setStoredMarks(mark.isInSet(marks) ? mark.removeFromSet(marks) : mark.create().addToSet(marks));
  }
  const on = !hasMark(state, change);
  const id = newSuggestionId();
  for (const { node, from, to } of chosenWords(state)) {
    if (isSo(node, change) === on) continue;
    if (isMine(idOf(node.marks, 'inserted') ?? '')) {
      if (on) tr.addMark(from, to, mark.create());
      else tr.removeMark(from, to, mark);
    } else if ((mark.isInSet(node.marks) !== undefined) === on) tr.removeMark(from, to, schema.marks[change]);
    else tr.addMark(from, to, schema.mark(change, { id, on }));
  }
  return tr.docChanged ? tr : null;
}
