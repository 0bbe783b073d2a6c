import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Button, Input, Popover } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import type { Doc } from 'yjs';
import { useWords } from '../../kit/texts.ts';
import { commentsTexts } from '../comments/comments-texts.ts';
import { ImportTool } from '../docx/import-tool.tsx';
import { findTexts } from '../find/find-texts.ts';
import { writingTexts } from './writing-texts.ts';
import type { Hand } from '../suggestions/suggestions-plugin.ts';
import { suggestionsTexts } from '../suggestions/suggestions-texts.ts';
import { insertFootnote } from './footnote.ts';
import { MaterialTool } from './material-tool.tsx';
import { StoryPicker } from './later.ts';
import { PictureTool } from './picture-tool.tsx';
import { SignsTool } from './signs-tool.tsx';
import { TableTool } from './table-tool.tsx';
import { toolIcons } from './tool-icons.tsx';

/** The tools over the text; each says by its state whether it is on. */
export function Toolbar({
  editor,
  doc,
  hand,
  onPictures,
  onComment,
  onFind,
  sending,
  suggesting,
  onSuggest,
}: {
  editor: Editor;
  doc: Doc;
  hand: Hand;
  onPictures: (files: readonly File[]) => void;
  /** Writes a comment on what is selected; undefined for whoever may not. */
  onComment: (() => void) | undefined;
  onFind: () => void;
  sending: boolean;
  /** What is written is a suggestion: its form cannot be changed meanwhile. */
  suggesting: boolean;
  onSuggest: () => void;
}) {
  const { tools } = useWords(writingTexts);
  const comments = useWords(commentsTexts);
  const finds = useWords(findTexts);
  const suggestionWords = useWords(suggestionsTexts);
  const on = useEditorState({
    editor,
    selector: ({ editor: it }) => ({
      h2: it.isActive('heading', { level: 2 }),
      h3: it.isActive('heading', { level: 3 }),
      bold: it.isActive('bold'),
      italic: it.isActive('italic'),
      bullets: it.isActive('bulletList'),
      numbers: it.isActive('orderedList'),
      quote: it.isActive('blockquote'),
      facts: it.isActive('factBox'),
      undo: it.can().undo(),
      redo: it.can().redo(),
    }),
  });
  const tool = (label: string, face: ReactNode, run: () => void, pressed?: boolean, disabled = false) => (
    <button
      key={label}
      type="button"
      title={label}
      aria-label={label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {face}
    </button>
  );
  const chain = () => {
    // At once: TipTap's own focus comes a frame later, and what is typed meanwhile would miss the mark.
    editor.view.focus();
    return editor.chain();
  };
  return (
    <div className="toolbar" role="toolbar" aria-label={tools.all}>
      {tool(tools.heading, toolIcons.heading, () => chain().toggleHeading({ level: 2 }).run(), on.h2, suggesting)}
      {tool(tools.subheading, toolIcons.subheading, () => chain().toggleHeading({ level: 3 }).run(), on.h3, suggesting)}
      {tool(tools.bold, toolIcons.bold, () => chain().toggleBold().run(), on.bold, suggesting)}
      {tool(tools.italic, toolIcons.italic, () => chain().toggleItalic().run(), on.italic, suggesting)}
      {!suggesting && <LinkTool editor={editor} />}
      {tool(tools.bullets, toolIcons.bullets, () => chain().toggleBulletList().run(), on.bullets, suggesting)}
      {tool(tools.numbers, toolIcons.numbers, () => chain().toggleOrderedList().run(), on.numbers, suggesting)}
      {tool(tools.quote, toolIcons.quote, () => chain().toggleBlockquote().run(), on.quote, suggesting)}
      {tool(tools.facts, toolIcons.facts, () => chain().toggleWrap('factBox').run(), on.facts, suggesting)}
      {!suggesting && <TableTool editor={editor} />}
      {tool(tools.rule, toolIcons.rule, () => chain().setHorizontalRule().run())}
      {tool(tools.footnote, toolIcons.footnote, () => insertFootnote(editor, hand))}
      <SignsTool editor={editor} />
      <PictureTool editor={editor} onPictures={onPictures} sending={sending} />
      {!suggesting && <MaterialTool editor={editor} />}
      <ImportTool editor={editor} doc={doc} suggesting={suggesting} />
      {onComment && tool(comments.writeKeys, toolIcons.comment, onComment)}
      {tool(finds.tool, toolIcons.find, onFind)}
      {tool(suggestionWords.mode, toolIcons.suggest, onSuggest, suggesting)}
      <span style={{ flex: 1 }} />
      {tool(tools.undo, toolIcons.undo, () => chain().undo().run(), undefined, !on.undo)}
      {tool(tools.redo, toolIcons.redo, () => chain().redo().run(), undefined, !on.redo)}
    </div>
  );
}

function LinkTool({ editor }: { editor: Editor }) {
  const words = useWords(writingTexts);
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const active = useEditorState({ editor, selector: ({ editor: it }) => it.isActive('link') });
  const show = (next: boolean): void => {
    if (next) setHref(String(editor.getAttributes('link')['href'] ?? ''));
    setOpen(next);
  };
  const set = (): void => {
    if (href.trim() === '') editor.chain().focus().extendMarkRange('link').unsetLink().run();
    else editor.chain().focus().extendMarkRange('link').setLink({ href: href.trim() }).run();
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={show}
      content={
        <div className="stack tight" style={{ width: 340, maxWidth: '80vw' }}>
          <div className="row" style={{ flexWrap: 'nowrap' }}>
            <Input
              aria-label={words.linkAddress}
              placeholder="https://"
              value={href}
              onChange={(event) => setHref(event.target.value)}
              onPressEnter={set}
            />
            <Button type="primary" onClick={set}>
              {href.trim() === '' && active ? words.linkRemove : words.linkSet}
            </Button>
          </div>
          <Suspense>{open && <StoryPicker onPick={setHref} />}</Suspense>
        </div>
      }
    >
      <button type="button" title={words.tools.link} aria-label={words.tools.link} aria-pressed={active}>
        {toolIcons.link}
      </button>
    </Popover>
  );
}
