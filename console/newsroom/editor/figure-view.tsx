import { NodeViewWrapper, useEditorState, type NodeViewProps } from '@tiptap/react';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Button, Input } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { writingTexts } from './writing-texts.ts';
import { isSuggesting } from '../suggestions/suggestions-plugin.ts';
import { StoryPicture } from '../text/story-picture.tsx';
import { noteFigureEdit } from './note-figure-edit.ts';
import { asGallery, besides, moved } from './gallery.ts';

type Place = { readonly kind: 'alone' | 'row' | 'gallery'; readonly isFirst: boolean; readonly isLast: boolean };

/** A picture in the editor, with the words that belong to it; in a gallery it can be moved, beside others it can become one. */
export function FigureView({ node, updateAttributes, deleteNode, selected, editor, getPos }: NodeViewProps) {
  const { picture, gallery } = useWords(writingTexts);
  const place = useEditorState({ editor, selector: ({ editor: it }) => placeOf(it.state, getPos()) });
  const put = (made: Transaction | null): void => {
    if (made) editor.view.dispatch(made);
  };
  const move = (by: -1 | 1): void => {
    const at = getPos();
    if (at === undefined) return;
    put(moved(editor.state, at, by));
    // The picture is drawn anew in its place: whoever moves it by keyboard goes on from there.
    requestAnimationFrame(() => {
      const dom = editor.view.nodeDOM(editor.state.selection.from);
      const buttons = dom instanceof Element ? [...dom.querySelectorAll<HTMLButtonElement>('button[data-by]')] : [];
      (
        buttons.find((one) => one.dataset['by'] === String(by) && !one.disabled) ?? buttons.find((one) => !one.disabled)
      )?.focus();
    });
  };
  const attributes = node.attrs as {
    hash: string;
    alt: string;
    caption: string;
    credit: string;
    width: number;
    height: number;
  };
  const field = (name: 'alt' | 'caption' | 'credit') => ({
    'aria-label': picture[name],
    placeholder: picture[name],
    value: attributes[name],
    maxLength: 500,
    'data-field': name,
    onChange: (event: { target: { value: string } }) => {
      noteFigureEdit(editor.state, getPos(), name, event.target.value);
      updateAttributes({ [name]: event.target.value });
    },
  });
  return (
    <NodeViewWrapper as="figure" data-hash={attributes.hash} data-selected={selected} className="editor-figure">
      <div data-drag-handle>
        <StoryPicture figure={attributes} />
      </div>
      <div className="stack tight" style={{ marginTop: 8 }}>
        <Input {...field('alt')} status={attributes.alt === '' ? 'warning' : ''} />
        <Input {...field('caption')} />
        <div className="row" style={{ flexWrap: 'nowrap' }}>
          <Input {...field('credit')} />
          <Button onClick={deleteNode}>{picture.remove}</Button>
        </div>
        {place.kind === 'gallery' && (
          <div className="row tight">
            <Button
              size="small"
              data-by="-1"
              disabled={place.isFirst}
              aria-label={gallery.back}
              title={gallery.back}
              onClick={() => move(-1)}
            >
              ←
            </Button>
            <Button
              size="small"
              data-by="1"
              disabled={place.isLast}
              aria-label={gallery.on}
              title={gallery.on}
              onClick={() => move(1)}
            >
              →
            </Button>
          </div>
        )}
        {place.kind === 'row' && (
          <Button size="small" onClick={() => put(asGallery(editor.state, getPos() ?? -1))}>
            {gallery.join}
          </Button>
        )}
      </div>
    </NodeViewWrapper>
  );
}

// As a suggestion a picture can come and go, not move.
function placeOf(state: EditorState, at: number | undefined): Place {
  const alone: Place = { kind: 'alone', isFirst: false, isLast: false };
  if (at === undefined || at >= state.doc.content.size || isSuggesting(state)) return alone;
  const $at = state.doc.resolve(at);
  if ($at.parent.type.name === 'gallery')
    return { kind: 'gallery', isFirst: $at.index() === 0, isLast: $at.index() === $at.parent.childCount - 1 };
  return besides(state, at) ? { ...alone, kind: 'row' } : alone;
}
