import type { Editor } from '@tiptap/core';
import { isFootnote } from './editor-lines.ts';

/** Selects words of the text and brings them into sight; of those in a footnote the note, which then shows them. */
export function selectPlace(editor: Editor, { from, to }: { from: number; to: number }): void {
  const $from = editor.state.doc.resolve(from);
  const chain = editor.chain().focus();
  if (isFootnote($from.parent)) chain.setNodeSelection($from.before()).scrollIntoView().run();
  else chain.setTextSelection({ from, to }).scrollIntoView().run();
}
