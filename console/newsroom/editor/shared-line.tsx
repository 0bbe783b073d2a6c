import { setSharedLine } from '@xiangyin/document/working-copy';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type TextareaHTMLAttributes } from 'react';
import * as Y from 'yjs';

/** A line of the text that several people write at: what others change moves under the caret without disturbing it, and undoing takes back only what was written here. */
export function SharedLine({
  line,
  ...rest
}: { line: Y.Text; 'data-line'?: string } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => line.toJSON());
  const caret = useRef<{ start: Y.RelativePosition; end: Y.RelativePosition } | null>(null);
  // While an input method composes, the box is its own; what it made is put in when it is done.
  const composing = useRef<{
    start: Y.RelativePosition;
    end: Y.RelativePosition;
    before: number;
    after: number;
  } | null>(null);
  const [undo] = useState(() => new Y.UndoManager(line, { trackedOrigins: new Set([line]) }));
  useEffect(() => {
    const follow = (): void => {
      if (!composing.current) setValue(line.toJSON());
    };
    const remember = ({ origin }: Y.Transaction): void => {
      if (origin !== line && box.current && document.activeElement === box.current && !composing.current)
        caret.current = placesOf(line, box.current);
    };
    line.doc?.on('beforeTransaction', remember);
    line.observe(follow);
    return () => {
      line.doc?.off('beforeTransaction', remember);
      line.unobserve(follow);
    };
  }, [line]);
  useLayoutEffect(() => {
    const kept = caret.current;
    caret.current = null;
    if (!kept || !box.current || !line.doc || document.activeElement !== box.current) return;
    box.current.setSelectionRange(indexOf(line.doc, kept.start), indexOf(line.doc, kept.end));
  }, [line, value]);
  const write = (text: string): void => line.doc?.transact(() => setSharedLine(line, text), line);
  return (
    <textarea
      {...rest}
      ref={box}
      value={value}
      onChange={(event) => {
        const text = event.target.value.replace(/\n/g, '');
        setValue(text);
        if (composing.current) return;
        write(text);
      }}
      onCompositionStart={(event) => {
        const { selectionStart, selectionEnd, value: before } = event.currentTarget;
        composing.current = {
          ...placesOf(line, event.currentTarget),
          before: selectionStart,
          after: before.length - selectionEnd,
        };
      }}
      onCompositionEnd={(event) => {
        const began = composing.current;
        composing.current = null;
        if (!began || !line.doc) return;
        const text = event.currentTarget.value.replace(/\n/g, '');
        const made = text.slice(began.before, Math.max(began.before, text.length - began.after));
        const { doc } = line;
        const [from, to] = [indexOf(doc, began.start), indexOf(doc, began.end)];
        doc.transact(() => {
          line.delete(from, to - from);
          line.insert(from, made);
        }, line);
        setValue(line.toJSON());
        caret.current = { start: placeAt(line, from + made.length), end: placeAt(line, from + made.length) };
      }}
      onKeyDown={(event) => undoHere(event, undo)}
    />
  );
}

function undoHere(event: KeyboardEvent, undo: Y.UndoManager): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) undo.redo();
  else undo.undo();
}

const placeAt = (line: Y.Text, index: number): Y.RelativePosition => Y.createRelativePositionFromTypeIndex(line, index);

const placesOf = (line: Y.Text, box: HTMLTextAreaElement): { start: Y.RelativePosition; end: Y.RelativePosition } => ({
  start: placeAt(line, Math.min(box.selectionStart, line.length)),
  end: placeAt(line, Math.min(box.selectionEnd, line.length)),
});

const indexOf = (doc: Y.Doc, place: Y.RelativePosition): number =>
  Y.createAbsolutePositionFromRelativePosition(place, doc)?.index ?? 0;
