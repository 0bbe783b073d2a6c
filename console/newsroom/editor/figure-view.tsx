import { NodeViewWrapper, type NodeViewProps } from '@tiptap/react';
import { Button, Input } from 'antd';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { StoryPicture } from '../text/story-picture.tsx';

/** A picture in the editor, with the words that belong to it. */
export function FigureView({ node, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const { picture } = useWords(newsroomTexts).editor;
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
    onChange: (event: { target: { value: string } }) => updateAttributes({ [name]: event.target.value }),
  });
  return (
    <NodeViewWrapper as="figure" data-selected={selected} className="editor-figure">
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
      </div>
    </NodeViewWrapper>
  );
}
