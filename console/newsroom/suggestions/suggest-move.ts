import type { Node, NodeRange } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { deepestList, formOf, formValue } from '@xiangyin/document/editor';
import { newSuggestionId } from './suggestion-id.ts';

const isList = ({ type }: Node): boolean => type.name === 'bulletList' || type.name === 'orderedList';

// The lines of the list that holds all that is chosen; what stands under them goes along.
function chosenLines({ selection: { $from, $to } }: EditorState): NodeRange | null {
  return $from.blockRange($to, isList);
}

/** Whether all that is chosen stands in one list. */
export const isInList = (state: EditorState): boolean => chosenLines(state) !== null;

/** The chosen lines of a list one level deeper or less deep, as a suggestion; the other way takes it back. A line of the outermost list leaves it. Null where no line can be moved so: outside of lists, under no line before, too deep. */
export function suggestMove(state: EditorState, to: 'sunk' | 'lifted'): Transaction | null {
  const range = chosenLines(state);
  if (!range) return null;
  const { tr } = state;
  const level = levelOf(range);
  const id = newSuggestionId();
  let at = range.start;
  for (let i = range.startIndex; i < range.endIndex; i += 1) {
    const line = range.parent.child(i);
    const before = formOf(line.firstChild?.attrs['form'])?.to;
    const isBack = before !== undefined && before !== to && (before === 'sunk' || before === 'lifted');
    if (isBack) tr.setNodeAttribute(at + 1, 'form', null);
    else if (before !== to) {
      if (to === 'sunk' && (range.startIndex === 0 || level + listsIn(line) >= deepestList)) return null;
      const isLeaving = to === 'lifted' && level === 1;
      if (isLeaving && range.depth > 1) return null;
      tr.setNodeAttribute(at + 1, 'form', formValue({ id, to: isLeaving ? 'paragraph' : to }));
    }
    at += line.nodeSize;
  }
  return tr.docChanged ? tr.scrollIntoView() : null;
}

function levelOf({ $from, depth }: NodeRange): number {
  let level = 0;
  for (let at = depth; at > 0; at -= 1) if (isList($from.node(at))) level += 1;
  return level;
}

function listsIn(line: Node): number {
  let most = 0;
  line.forEach((child) => {
    most = Math.max(most, (isList(child) ? 1 : 0) + listsIn(child));
  });
  return most;
}
