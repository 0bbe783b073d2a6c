import type { EditorState, Transaction } from '@tiptap/pm/state';
import { goToNextCell } from '@tiptap/pm/tables';
import type { ChangedMark, FormName } from '@xiangyin/document/editor';
import type { IsMine } from './as-suggestion.ts';
import { suggestForm, suggestMark } from './suggest-form.ts';
import { isInList, suggestMove } from './suggest-move.ts';
import { isInTable, suggestRow } from './suggest-table.ts';

// The keys by which the editor itself gives words a form.
const marks: Readonly<Record<string, ChangedMark>> = { KeyB: 'toBold', KeyI: 'toItalic' };
const forms: Readonly<Record<string, FormName>> = {
  'alt Digit0': 'paragraph',
  'alt Digit2': 'heading2',
  'alt Digit3': 'heading3',
  'shift Digit7': 'orderedList',
  'shift Digit8': 'bulletList',
  'shift KeyB': 'blockquote',
};

/** The suggestion that a key of form makes; undefined for every other key, `tr` null where nothing can be suggested. */
export function formKeys(
  { ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent,
  state: EditorState,
  isMine: IsMine,
): { tr: Transaction | null } | undefined {
  if (!ctrlKey && !metaKey) return code === 'Tab' && !altKey ? tabKey(shiftKey, state) : undefined;
  const change = altKey || shiftKey ? undefined : marks[code];
  if (change) return { tr: suggestMark(state, change, isMine) };
  const form = altKey === shiftKey ? undefined : forms[`${altKey ? 'alt' : 'shift'} ${code}`];
  return form && { tr: suggestForm(state, form) };
}

// Where the key leads from cell to cell it does so still; from the last one into a new row.
function tabKey(isBack: boolean, state: EditorState): { tr: Transaction | null } | undefined {
  if (isInTable(state)) return isBack || goToNextCell(1)(state) ? undefined : { tr: suggestRow(state, 'after') };
  return isInList(state) ? { tr: suggestMove(state, isBack ? 'lifted' : 'sunk') } : undefined;
}
