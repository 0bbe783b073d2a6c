import type { Editor } from '@tiptap/core';
import { setSharedLine, sharedTypes } from '@xiangyin/document/working-copy';
import { limits, type Block } from '@xiangyin/document';
import type { DocxFault } from '@xiangyin/document/from-docx';
import { App } from 'antd';
import { useRef, useState } from 'react';
import type { Doc } from 'yjs';
import { useWords } from '../../kit/texts.ts';
import { toolIcons } from '../editor/tool-icons.tsx';
import { putBlocks } from '../paste/take-paste.ts';
import { docxTexts } from './docx-texts.ts';

/** Takes a Word file into the text where the caret stands; its pictures are stored as any other. Its headline becomes the story's where there is none yet, or only the line of the idea that it came of. */
export function ImportTool({
  editor,
  doc,
  ideas,
  suggesting,
}: {
  editor: Editor;
  doc: Doc;
  /** The lines of the ideas that the story came of: it begins with one as its headline. */
  ideas: readonly string[];
  /** All that is taken in is a suggestion, whatever Word tracked. */
  suggesting: boolean;
}) {
  const words = useWords(docxTexts);
  const { message } = App.useApp();
  const askHow = useAskHow();
  const chooser = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const take = async (file: File): Promise<void> => {
    setReading(true);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const [{ isTracked, readDocx }, { withTracked }] = await Promise.all([
        import('@xiangyin/document/from-docx'),
        import('./with-tracked.ts'),
      ]);
      const tracked = !suggesting && isTracked(bytes) && (await askHow());
      void message.open({ key: 'docx', type: 'loading', content: words.reading, duration: 0 });
      const read = await readDocx(bytes, { tracked });
      const blocks = tracked ? withTracked(read) : read;
      const [first, ...rest] = blocks;
      const title = first?.type === 'heading' ? headline(first, doc, ideas) : null;
      const lost = await putBlocks(editor, title === null ? blocks : rest);
      if (title !== null) setTitle(doc, title);
      message.destroy('docx');
      if (blocks.length === 0) void message.info(words.empty);
      else if (lost > 0) void message.warning(words.lost(lost), 8);
      else void message.success(words.taken);
    } catch (error) {
      message.destroy('docx');
      void message.error(isFault(error) ? words[error.kind] : words.unreadable, 8);
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <button
        type="button"
        title={words.import}
        aria-label={words.import}
        disabled={reading}
        onClick={() => chooser.current?.click()}
      >
        {toolIcons.docx}
      </button>
      <input
        ref={chooser}
        type="file"
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        aria-label={words.import}
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again.
          target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}

// Its class comes with the reader, which may not be here.
const isFault = (error: unknown): error is DocxFault => error instanceof Error && error.name === 'DocxFault';

// Whether what Word tracked is to be suggested here, or taken in as if accepted.
function useAskHow(): () => Promise<boolean> {
  const words = useWords(docxTexts);
  const { modal } = App.useApp();
  return () =>
    new Promise((resolve) => {
      void modal.confirm({
        title: words.tracked,
        icon: null,
        content: words.trackedHow,
        okText: words.asSuggestions,
        cancelText: words.asAccepted,
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      });
    });
}

function headline(block: Extract<Block, { type: 'heading' }>, doc: Doc, ideas: readonly string[]): string | null {
  const text = (block.content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('');
  const before = sharedTypes(doc).title.toJSON();
  return (before === '' || ideas.includes(before)) && [...text].length <= limits.titleCharacters ? text : null;
}

function setTitle(doc: Doc, text: string): void {
  const { title } = sharedTypes(doc);
  doc.transact(() => setSharedLine(title, text), title);
}
