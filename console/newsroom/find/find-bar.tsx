import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { sharedTypes } from '@xiangyin/document/working-copy';
import { App, Button, Checkbox, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Doc } from 'yjs';
import { useWords } from '../../kit/texts.ts';
import { findKey, findPlugin } from './find-plugin.ts';
import { matchesIn } from './find-matches.ts';
import { findTexts } from './find-texts.ts';
import './find.css';
import { replaceAll } from './replace-all.ts';

/** What the bar was opened for; `times` grows with every opening, so that a second Ctrl+F puts the caret back into it. */
export interface Finding {
  readonly replacing: boolean;
  readonly times: number;
}

/** Finds words in the text and puts others in their place. Headline and lead are looked through too; what stands there is counted and replaced with the rest. */
export function FindBar({
  editor,
  doc,
  finding,
  onClose,
}: {
  editor: Editor;
  doc: Doc;
  finding: Finding;
  onClose: () => void;
}) {
  const words = useWords(findTexts);
  const { message } = App.useApp();
  const box = useRef<InputRef>(null);
  const [wanted, setWanted] = useState(() => ({ words: selectedIn(editor), matchCase: false }));
  const [by, setBy] = useState('');
  const [opened, setOpened] = useState(false);
  const replacing = opened || finding.replacing;
  useFoundMarks(editor, wanted);
  useEffect(() => {
    box.current?.focus({ cursor: 'all' });
  }, [finding]);
  const body = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      matches: findKey.getState(it.state)?.matches ?? [],
      from: it.state.selection.from,
      to: it.state.selection.to,
    }),
  });
  const { title, deck } = sharedTypes(doc);
  const inHead = [title, deck].reduce(
    (sum, line) => sum + matchesIn(line.toJSON(), wanted.words, wanted.matchCase).length,
    0,
  );
  const all = body.matches.length + inHead;
  const at = body.matches.findIndex(({ from, to }) => from === body.from && to === body.to);
  const step = (by: 1 | -1): void => {
    const { matches } = body;
    if (matches.length === 0) return;
    const next =
      at >= 0
        ? (at + by + matches.length) % matches.length
        : by === 1
          ? Math.max(
              0,
              matches.findIndex(({ from }) => from >= body.from),
            )
          : matches.findLastIndex(({ to }) => to <= body.to);
    const match = matches.at(next);
    if (match) select(editor, match);
  };
  const replaceOne = (): void => {
    if (at < 0) return step(1);
    const { from, to } = body;
    const { tr } = editor.state;
    editor.view.dispatch(by === '' ? tr.delete(from, to) : tr.insertText(by, from, to));
    const next = findKey.getState(editor.state)?.matches.find((one) => one.from >= from + by.length);
    if (next) select(editor, next);
  };
  const every = (): void => {
    const { count, left } = replaceAll(editor, doc, wanted, by);
    void message.info([count > 0 ? words.replaced(count) : '', left > 0 ? words.tooLong(left) : ''].join(' ').trim());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  function close(): void {
    onClose();
    editor.commands.focus();
  }
  return (
    <div className="find-bar" role="search">
      <div className="row tight">
        <Input
          ref={box}
          size="small"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted.words}
          maxLength={200}
          onChange={(event) => setWanted({ ...wanted, words: event.target.value })}
          onKeyDown={onKey}
        />
        <span className="meta num" role="status">
          {wanted.words === '' ? '' : all === 0 ? words.none : words.count(at + 1, all)}
        </span>
        <Button size="small" type="text" aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
          ↑
        </Button>
        <Button size="small" type="text" aria-label={words.next} title={words.next} onClick={() => step(1)}>
          ↓
        </Button>
        <Checkbox
          checked={wanted.matchCase}
          onChange={(event) => setWanted({ ...wanted, matchCase: event.target.checked })}
        >
          {words.matchCase}
        </Checkbox>
        {!replacing && (
          <Button size="small" type="text" onClick={() => setOpened(true)}>
            {words.withReplace}
          </Button>
        )}
        <Button size="small" type="text" aria-label={words.close} title={words.close} onClick={close}>
          ×
        </Button>
      </div>
      {replacing && (
        <div className="row tight">
          <Input
            size="small"
            aria-label={words.replace}
            placeholder={words.replace}
            value={by}
            maxLength={200}
            onChange={(event) => setBy(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && close()}
          />
          <Button size="small" disabled={body.matches.length === 0} onClick={replaceOne}>
            {words.one}
          </Button>
          <Button size="small" disabled={all === 0} onClick={every}>
            {words.every}
          </Button>
        </div>
      )}
    </div>
  );
}

function useFoundMarks(editor: Editor, wanted: { words: string; matchCase: boolean }): void {
  useEffect(() => {
    editor.registerPlugin(findPlugin());
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(findKey);
    };
  }, [editor]);
  useEffect(() => {
    if (!editor.isDestroyed)
      editor.view.dispatch(editor.state.tr.setMeta(findKey, wanted).setMeta('addToHistory', false));
  }, [editor, wanted]);
}

// What is selected is what one wants to find; a whole paragraph is not.
function selectedIn(editor: Editor): string {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, '\n', '\n');
  return words.length <= 60 && !words.includes('\n') ? words : '';
}

// The focus stays in the bar, so that Enter leads on; the place is shown by the selection and scrolled to.
function select(editor: Editor, { from, to }: { from: number; to: number }): void {
  editor.chain().setTextSelection({ from, to }).scrollIntoView().run();
  const { node } = editor.view.domAtPos(from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
}
