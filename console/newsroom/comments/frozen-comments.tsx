import { findQuote, quoteOf } from '@xiangyin/document';
import type { CommentView, StoryView } from '@xiangyin/server/contract';
import { Button } from 'antd';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import { useSearchParams } from 'react-router';
import { useWords } from '../../kit/texts.ts';
import { CommentsPart, WriteComment } from './comments-part.tsx';
import { commentsTexts } from './comments-texts.ts';
import { linesIn, rangeIn, type SeenLine } from './seen-lines.ts';
import { useComments, wholeStory, type Chosen } from './use-comments.ts';

/** The comments beside a text that is read: of words that stand in it the place is shown, and words that are selected can be commented on. `text` holds the text on the screen; `seen` changes with it. */
export function FrozenComments({
  story,
  text,
  seen,
}: {
  story: StoryView;
  text: RefObject<HTMLElement | null>;
  seen: unknown;
}) {
  const words = useWords(commentsTexts);
  const comments = useComments(story.id);
  const [asked] = useSearchParams();
  const [active, setActive] = useState(asked.get('comment'));
  const [writing, setWriting] = useState<Chosen | null>(null);
  const chosen = useChosen(text);
  const ranges = useRanges(text, seen, comments.comments);
  useHighlights(ranges, comments.comments, active);
  const gone = useMemo(
    () =>
      new Set(
        comments.comments
          .filter(({ id, quote, part }) => quote !== '' && part === 'body' && !ranges.has(id))
          .map(({ id }) => id),
      ),
    [comments.comments, ranges],
  );
  return (
    <>
      <CommentsPart
        story={story}
        comments={comments}
        active={active}
        gone={gone}
        goneWords={words.goneHere}
        onShow={({ id }) => {
          setActive(id);
          ranges.get(id)?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        }}
        onWrite={() => setWriting(chosen ?? wholeStory)}
      />
      {chosen && !writing && story.abilities.includes('story.comment') && (
        <Button
          className="comment-pill"
          type="primary"
          shape="round"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setWriting(chosen)}
        >
          {words.onChosen}
        </Button>
      )}
      <WriteComment
        storyId={story.id}
        chosen={writing}
        comments={comments}
        onDone={(id) => {
          setWriting(null);
          if (id === undefined) return;
          getSelection()?.removeAllRanges();
          setActive(id);
        }}
      />
    </>
  );
}

const partOf = (line: SeenLine): Chosen['part'] =>
  line.element.classList.contains('title') ? 'title' : line.element.classList.contains('deck') ? 'deck' : 'body';

// What is selected in the text; a tap on a button would have taken the selection away by then, so it is followed all the time.
function useChosen(text: RefObject<HTMLElement | null>): Chosen | null {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  useEffect(() => {
    const look = (): void => {
      const selection = getSelection();
      const root = text.current;
      if (!root || !selection || selection.isCollapsed || selection.rangeCount === 0) return setChosen(null);
      const range = selection.getRangeAt(0);
      if (!root.contains(range.startContainer)) return setChosen(null);
      for (const line of linesIn(root)) {
        const found = line.chosen(range);
        if (found) return setChosen({ part: partOf(line), ...quoteOf(line.text, found.from, found.to), anchor: null });
      }
      setChosen(null);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [text]);
  return chosen;
}

// After the text was drawn: what stands where is asked of the screen.
function useRanges(
  text: RefObject<HTMLElement | null>,
  seen: unknown,
  comments: readonly CommentView[],
): ReadonlyMap<string, Range> {
  const [ranges, setRanges] = useState<ReadonlyMap<string, Range>>(new Map());
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (text.current) setRanges(rangesIn(text.current, comments));
    });
    return () => cancelAnimationFrame(frame);
  }, [text, seen, comments]);
  return ranges;
}

function rangesIn(root: HTMLElement, comments: readonly CommentView[]): ReadonlyMap<string, Range> {
  const lines = linesIn(root);
  const found = new Map<string, Range>();
  for (const comment of comments) {
    const wanted = lines.filter((line) => partOf(line) === comment.part);
    const place = findQuote(
      wanted.map((line) => line.text),
      comment,
    );
    const range = place && rangeIn(wanted[place.line], place.from, place.to);
    if (range) found.set(comment.id, range);
  }
  return found;
}

// Painted by the browser beside the document: the text that is signed is not touched. Older browsers show the list alone.
function useHighlights(
  ranges: ReadonlyMap<string, Range>,
  comments: readonly CommentView[],
  active: string | null,
): void {
  useEffect(() => {
    if (!('highlights' in CSS)) return;
    const open = comments.filter((one) => one.open).flatMap(({ id }) => ranges.get(id) ?? []);
    const picked = active === null ? undefined : ranges.get(active);
    CSS.highlights.set('comments', new Highlight(...open));
    CSS.highlights.set('comment-active', new Highlight(...(picked ? [picked] : [])));
    return () => {
      CSS.highlights.delete('comments');
      CSS.highlights.delete('comment-active');
    };
  }, [ranges, comments, active]);
}
