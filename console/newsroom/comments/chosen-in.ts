import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { quoteOf } from '@xiangyin/document';
import { anchorOf, sharedTypes } from '@xiangyin/document/working-copy';
import * as Y from 'yjs';
import { lineOf, noteLine, isFootnote, type EditorLine } from '../editor/editor-lines.ts';
import type { SharedText } from '../editor/use-shared-text.ts';
import { wholeStory, type Chosen } from './use-comments.ts';

/** What is selected: words of headline or lead, a passage of the body, or nothing, which is the story as a whole. */
export function chosenIn(editor: Editor | null, shared: SharedText): Chosen {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement && field.matches('.editor .title, .editor .deck')) {
    const part = field.classList.contains('title') ? 'title' : 'deck';
    const { selectionStart: from, selectionEnd: to, value } = field;
    const words = from === to ? quoteOf(value, 0, value.length) : quoteOf(value, from, to);
    return { part, ...words, anchor: null };
  }
  return (editor && chosenInBody(editor, shared)) ?? wholeStory;
}

function chosenInBody(editor: Editor, shared: SharedText): Chosen | null {
  const { selection } = editor.state;
  const { $from } = selection;
  if (selection instanceof NodeSelection && isFootnote(selection.node)) {
    const line = noteLine(selection.node, selection.from);
    return line.text === '' ? null : quoted(editor, shared, line, 0, line.text.length);
  }
  if (selection.empty || !$from.parent.isTextblock) return null;
  const line = lineOf($from.parent, $from.start());
  // Of a longer selection its first paragraph: that is where the eye begins.
  const to = Math.min(selection.to, $from.end());
  return quoted(editor, shared, line, line.offsetOf(selection.from), line.offsetOf(to));
}

function quoted(editor: Editor, shared: SharedText, line: EditorLine, from: number, to: number): Chosen {
  const quote = quoteOf(line.text, from, to);
  const anchor = anchorIn(editor, shared, line.at(from), line.at(from + quote.quote.length));
  return { part: 'body', ...quote, anchor };
}

function anchorIn(editor: Editor, { doc }: SharedText, from: number, to: number): Chosen['anchor'] {
  const sync = ySyncPluginKey.getState(editor.state) as { binding?: { mapping: never } } | undefined;
  const { body } = sharedTypes(doc);
  const wordsAt = (position: number): { type: Y.XmlText; index: number } | null => {
    if (!sync?.binding) return null;
    const relative = absolutePositionToRelativePosition(position, body, sync.binding.mapping) as Y.RelativePosition;
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    return found?.type instanceof Y.XmlText ? { type: found.type, index: found.index } : null;
  };
  const first = wordsAt(from);
  const last = wordsAt(to);
  return first && last ? anchorOf(first, last) : null;
}
