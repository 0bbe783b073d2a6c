import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { ChangedMark, FormName } from '@xiangyin/document/editor';
import type { IsMine } from './as-suggestion.ts';
import { suggestForm, suggestMark } from './suggest-form.ts';

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
  if (!ctrlKey && !metaKey) return undefined;
  const change = altKey || shiftKey ? undefined : marks[code];
  if (change) return { tr: suggestMark(state, change, isMine) };
  const form = altKey === shiftKey ? undefined : forms[`${altKey ? 'alt' : 'shift'} ${code}`];
  return form && { tr: suggestForm(state, form) };
}
