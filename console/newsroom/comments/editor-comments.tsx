import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import { quoteOf } from '@xiangyin/document';
import { anchorOf, sharedTypes } from '@xiangyin/document/working-copy';
import type { CommentView, StoryView } from '@xiangyin/server/contract';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import * as Y from 'yjs';
import { useWords } from '../../kit/texts.ts';
import { lineOf, noteLine, isFootnote, type EditorLine } from '../editor/editor-lines.ts';
import { selectPlace } from '../editor/select-place.ts';
import type { SharedText } from '../editor/use-shared-text.ts';
import { commentsKey, commentsPlugin, placeOf } from './comments-plugin.ts';
import { CommentsPart, wholeStory, WriteComment } from './comments-part.tsx';
import { commentsTexts } from './comments-texts.ts';
import { useComments, type Chosen } from './use-comments.ts';

/** The comments beside the editor: their words are marked in the text and keep the mark while people write. */
export function EditorComments({
  story,
  editor,
  shared,
  writing,
  onWriting,
}: {
  story: StoryView;
  editor: Editor | null;
  shared: SharedText;
  /** What a new comment is being written about; null: none is. */
  writing: Chosen | null;
  onWriting: (chosen: Chosen | null) => void;
}) {
  const words = useWords(commentsTexts);
  const comments = useComments(story.id);
  const [asked] = useSearchParams();
  const [active, setActive] = useState(asked.get('comment'));
  const gone = useMarks(editor, shared, comments.comments, active, setActive);
  const show = (comment: CommentView): void => {
    setActive(comment.id);
    if (comment.part === 'title' || comment.part === 'deck')
      return document.querySelector<HTMLTextAreaElement>(`.editor textarea.${comment.part}`)?.focus();
    const place = editor && placeOf(editor.state, comment.id);
    if (place) selectPlace(editor, place);
  };
  return (
    <>
      <CommentsPart
        story={story}
        comments={comments}
        active={active}
        gone={gone}
        goneWords={words.gone}
        onShow={show}
        onWrite={() => onWriting(chosenIn(editor, shared))}
      />
      <WriteComment
        storyId={story.id}
        chosen={writing}
        comments={comments}
        onDone={(id) => {
          onWriting(null);
          if (id !== undefined) setActive(id);
        }}
      />
    </>
  );
}

// Draws the marks; answers the comments whose words are gone.
function useMarks(
  editor: Editor | null,
  { doc }: SharedText,
  comments: readonly CommentView[],
  active: string | null,
  onPick: (id: string) => void,
): ReadonlySet<string> {
  const [places, setPlaces] = useState<string>('');
  useEffect(() => {
    if (!editor) return;
    editor.registerPlugin(commentsPlugin(sharedTypes(doc).body, onPick));
    const look = (): void => setPlaces([...(commentsKey.getState(editor.state)?.places.keys() ?? [])].join(' '));
    editor.on('transaction', look);
    return () => {
      editor.off('transaction', look);
      if (!editor.isDestroyed) editor.unregisterPlugin(commentsKey);
    };
  }, [editor, doc, onPick]);
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.setMeta(commentsKey, { comments, active }).setMeta('addToHistory', false));
  }, [editor, comments, active]);
  return useMemo(() => {
    const known = new Set(places.split(' '));
    return new Set(comments.filter(({ id, part }) => part === 'body' && !known.has(id)).map(({ id }) => id));
  }, [places, comments]);
}

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
