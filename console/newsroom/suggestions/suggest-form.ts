import type { Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import {
  changedMarks,
  formOf,
  formValue,
  isHeadForm,
  type ChangedMark,
  type FormName,
} from '@xiangyin/document/editor';
import type { IsMine } from './as-suggestion.ts';
import { idOf } from './found-suggestions.ts';
import { newSuggestionId } from './suggestion-id.ts';

/** What words are, where a suggestion may want another form for them: at the top of the text, the words of a line of a list, of a quotation or of a box there. Null elsewhere: in tables, lists within others. */
function formNow(doc: Node, at: number): FormName | null {
  const $at = doc.resolve(at);
  const node = $at.nodeAfter;
  if (!node || (node.type.name !== 'paragraph' && node.type.name !== 'heading')) return null;
  if ($at.depth === 0)
    return node.type.name === 'paragraph' ? 'paragraph' : node.attrs['level'] === 3 ? 'heading3' : 'heading2';
  const outer = $at.node(1).type.name;
  if (outer === 'blockquote' || outer === 'factBox') return $at.depth === 1 ? outer : null;
  return $at.depth === 2 ? kindOfLine(doc, at) : null;
}

/** Of which kind the list is whose line begins with the words at a place; null for other words. */
function kindOfLine(doc: Node, at: number): ListKind | null {
  const $at = doc.resolve(at);
  if ($at.parent.type.name !== 'listItem' || $at.index() !== 0) return null;
  return $at.node(-1).type.name === 'orderedList' ? 'orderedList' : 'bulletList';
}

type ListKind = 'bulletList' | 'orderedList';
const isListKind = (to: FormName): to is ListKind => to === 'bulletList' || to === 'orderedList';

/** Whether a suggestion may want this form for what is at a place: deeper, less deep and the other kind also for a line of a list within others, heads for cells of tables. */
export function mayTake(doc: Node, at: number, to: FormName): boolean {
  if (isHeadForm(to)) return doc.nodeAt(at)?.type.spec['tableRole']?.endsWith('cell') === true;
  if (to === 'sunk' || to === 'lifted') return kindOfLine(doc, at) !== null;
  return formNow(doc, at) !== null || (isListKind(to) && kindOfLine(doc, at) !== null);
}

interface Words {
  readonly at: number;
  readonly now: FormName;
  /** With what is suggested for it. */
  readonly shown: FormName;
  /** A line of a list within others, which may be of the other kind and nothing else. */
  readonly isWithin: boolean;
}

function chosen({ doc, selection: { from, to } }: EditorState): Words[] {
  const words: Words[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    const own = node.isTextblock ? formNow(doc, at) : null;
    const now = own ?? (node.isTextblock ? kindOfLine(doc, at) : null);
    if (now) words.push({ at, now, shown: formOf(node.attrs['form'])?.to ?? now, isWithin: own === null });
    return !node.isTextblock;
  });
  return words;
}

/** Whether all that is chosen has this form, with what is suggested. */
export function hasForm(state: EditorState, to: FormName): boolean {
  const words = chosen(state);
  return words.length > 0 && words.every(({ shown }) => shown === to);
}

/** Another form for what is chosen, as a suggestion; the same once more: plain words, or what a line of a list within others was. Null where no form can be suggested. */
export function suggestForm(state: EditorState, to: FormName): Transaction | null {
  const words = chosen(state).filter(({ isWithin }) => !isWithin || isListKind(to));
  if (words.length === 0 || isHeadForm(to)) return null;
  const isBack = words.every(({ shown }) => shown === to);
  const id = newSuggestionId();
  const { tr } = state;
  for (const { at, now, shown, isWithin } of words) {
    const wanted = !isBack ? to : isWithin ? now : 'paragraph';
    if (shown !== wanted) tr.setNodeAttribute(at, 'form', wanted === now ? null : formValue({ id, to: wanted }));
  }
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
