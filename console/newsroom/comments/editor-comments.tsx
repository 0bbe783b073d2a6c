import type { Editor } from '@tiptap/core';
import { sharedTypes } from '@xiangyin/document/working-copy';
import type { CommentView, StoryView } from '@xiangyin/server/contract';
import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../kit/texts.ts';
import { selectPlace } from '../editor/select-place.ts';
import type { SharedText } from '../editor/use-shared-text.ts';
import { commentsKey, commentsPlugin, placeOf } from './comments-plugin.ts';
import { chosenIn } from './chosen-in.ts';
import { CommentsPart, WriteComment } from './comments-part.tsx';
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
