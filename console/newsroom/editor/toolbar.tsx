import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import type { ChangedMark, FormName } from '@xiangyin/document/editor';
import { Button, Input, Popover } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import type { Doc } from 'yjs';
import { useWords } from '../../kit/texts.ts';
import { commentsTexts } from '../comments/comments-texts.ts';
import { ImportTool } from '../docx/import-tool.tsx';
import { findTexts } from '../find/find-texts.ts';
import { writingTexts } from './writing-texts.ts';
import { hasForm, hasMark, suggestForm, suggestMark } from '../suggestions/suggest-form.ts';
import { isSuggesting, putForm, type Hand } from '../suggestions/suggestions-plugin.ts';
import { linkNow, suggestLink } from '../suggestions/suggest-link.ts';
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
  ideas,
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
  /** The lines of the ideas that the story came of. */
  ideas: readonly string[];
  hand: Hand;
  onPictures: (files: readonly File[]) => void;
  /** Writes a comment on what is selected; undefined for whoever may not. */
  onComment: (() => void) | undefined;
  onFind: () => void;
  sending: boolean;
  /** What is written is a suggestion, and so is another form of it. */
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
      ...(isSuggesting(it.state) ? suggestedForms(it.state) : writtenForms(it)),
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
  const form = (to: FormName, write: () => void) => (): void => {
    editor.view.focus();
    if (suggesting) putForm(editor.view, hand, (state) => suggestForm(state, to));
    else write();
  };
  const mark = (change: ChangedMark, write: () => void) => (): void => {
    editor.view.focus();
    if (suggesting) putForm(editor.view, hand, (state, isMine) => suggestMark(state, change, isMine));
    else write();
  };
  return (
    <div className="toolbar" role="toolbar" aria-label={tools.all}>
      {tool(
        tools.heading,
        toolIcons.heading,
        form('heading2', () => chain().toggleHeading({ level: 2 }).run()),
        on.h2,
      )}
      {tool(
        tools.subheading,
        toolIcons.subheading,
        form('heading3', () => chain().toggleHeading({ level: 3 }).run()),
        on.h3,
      )}
      {tool(
        tools.bold,
        toolIcons.bold,
        mark('toBold', () => chain().toggleBold().run()),
        on.bold,
      )}
      {tool(
        tools.italic,
        toolIcons.italic,
        mark('toItalic', () => chain().toggleItalic().run()),
        on.italic,
      )}
      <LinkTool editor={editor} hand={hand} suggesting={suggesting} />
      {tool(
        tools.bullets,
        toolIcons.bullets,
        form('bulletList', () => chain().toggleBulletList().run()),
        on.bullets,
      )}
      {tool(
        tools.numbers,
        toolIcons.numbers,
        form('orderedList', () => chain().toggleOrderedList().run()),
        on.numbers,
      )}
      {tool(
        tools.quote,
        toolIcons.quote,
        form('blockquote', () => chain().toggleBlockquote().run()),
        on.quote,
      )}
      {tool(
        tools.facts,
        toolIcons.facts,
        form('factBox', () => chain().toggleWrap('factBox').run()),
        on.facts,
      )}
      <TableTool editor={editor} hand={hand} suggesting={suggesting} />
      {tool(tools.rule, toolIcons.rule, () => chain().setHorizontalRule().run())}
      {tool(tools.footnote, toolIcons.footnote, () => insertFootnote(editor, hand))}
      <SignsTool editor={editor} />
      <PictureTool editor={editor} onPictures={onPictures} sending={sending} />
      {!suggesting && <MaterialTool editor={editor} />}
      <ImportTool editor={editor} doc={doc} ideas={ideas} suggesting={suggesting} />
      {onComment && tool(comments.writeKeys, toolIcons.comment, onComment)}
      {tool(finds.tool, toolIcons.find, onFind)}
      {tool(suggestionWords.mode, toolIcons.suggest, onSuggest, suggesting)}
      <span style={{ flex: 1 }} />
      {tool(tools.undo, toolIcons.undo, () => chain().undo().run(), undefined, !on.undo)}
      {tool(tools.redo, toolIcons.redo, () => chain().redo().run(), undefined, !on.redo)}
    </div>
  );
}

const writtenForms = (editor: Editor) => ({
  h2: editor.isActive('heading', { level: 2 }),
  h3: editor.isActive('heading', { level: 3 }),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  bullets: editor.isActive('bulletList'),
  numbers: editor.isActive('orderedList'),
  quote: editor.isActive('blockquote'),
  facts: editor.isActive('factBox'),
});

// As it would be once accepted.
const suggestedForms = (state: EditorState): ReturnType<typeof writtenForms> => ({
  h2: hasForm(state, 'heading2'),
  h3: hasForm(state, 'heading3'),
  bold: hasMark(state, 'toBold'),
  italic: hasMark(state, 'toItalic'),
  bullets: hasForm(state, 'bulletList'),
  numbers: hasForm(state, 'orderedList'),
  quote: hasForm(state, 'blockquote'),
  facts: hasForm(state, 'factBox'),
});

function LinkTool({ editor, hand, suggesting }: { editor: Editor; hand: Hand; suggesting: boolean }) {
  const words = useWords(writingTexts);
  const [open, setOpen] = useState(false);
  const [href, setHref] = useState('');
  const active = useEditorState({
    editor,
    selector: ({ editor: it }) => (isSuggesting(it.state) ? linkNow(it.state) !== '' : it.isActive('link')),
  });
  const show = (next: boolean): void => {
    if (next) setHref(suggesting ? linkNow(editor.state) : String(editor.getAttributes('link')['href'] ?? ''));
    setOpen(next);
  };
  const set = (): void => {
    if (suggesting) {
      editor.view.focus();
      putForm(editor.view, hand, (state, isMine) => suggestLink(state, href.trim(), isMine));
    } else if (href.trim() === '') editor.chain().focus().extendMarkRange('link').unsetLink().run();
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
              onPressEnter={(event) => {
                // The text has the focus by then, and would take the key for a break.
                event.preventDefault();
                set();
              }}
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
