import type { Editor } from '@tiptap/core';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
import { limits } from '@xiangyin/document';
import { setSharedLine, sharedTypes } from '@xiangyin/document/working-copy';
import type { Doc, UndoManager } from 'yjs';
import { matchesIn, replacedIn } from './find-matches.ts';
import { findKey, type Wanted } from './find-plugin.ts';

/** How many places were replaced, and how many could not be, since headline or lead would grow too long. */
export interface Replaced {
  readonly count: number;
  readonly left: number;
}

/** Replaces everything that was found, in headline, lead and text, as one step that one undoing takes back. */
export function replaceAll(editor: Editor, doc: Doc, wanted: Wanted, by: string): Replaced {
  const { title, deck } = sharedTypes(doc);
  const { undoManager } = yUndoPluginKey.getState(editor.state) as { undoManager: UndoManager };
  // Headline and lead have an undoing of their own; only what is replaced here goes back with the text.
  undoManager.addToScope([title, deck]);
  undoManager.stopCapturing();
  let count = 0;
  let left = 0;
  const body = findKey.getState(editor.state)?.matches ?? [];
  if (body.length > 0) {
    const { tr } = editor.state;
    for (const { from, to } of body.toReversed())
      if (by === '') tr.delete(from, to);
      else tr.insertText(by, from, to);
    editor.view.dispatch(tr);
    count += body.length;
  }
  for (const [line, most] of [
    [title, limits.titleCharacters],
    [deck, limits.deckCharacters],
  ] as const) {
    const text = line.toJSON();
    const matches = matchesIn(text, wanted.words, wanted.matchCase);
    if (matches.length === 0) continue;
    const after = replacedIn(text, matches, by.replace(/\n/g, ' '));
    if ([...after].length > most) left += matches.length;
    else {
      doc.transact(() => setSharedLine(line, after), ySyncPluginKey);
      count += matches.length;
    }
  }
  undoManager.stopCapturing();
  return { count, left };
}
