import type { Editor } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { paragraphsFromPaste, type Block, type Inline } from '@xiangyin/document';
import type { PastedBlock, PastedPicture } from '@xiangyin/document/from-html';
import { sendPicture } from '../../media/send-picture.ts';

/** Puts HTML from elsewhere into the text, clean, as one step to undo; pictures that lie in it are stored first. Answers how many pictures could not be brought along. */
export async function takeHtml(editor: Editor, html: string): Promise<number> {
  const { storyFromHtml } = await import('@xiangyin/document/from-html');
  const { blocks, plain } = storyFromHtml(html);
  if (editor.isDestroyed) return 0;
  if (plain) {
    putIn(editor, [{ type: 'paragraph', content: [...plain] }]);
    return 0;
  }
  return putBlocks(editor, blocks);
}

/** Puts blocks from elsewhere where the caret stands, as one step to undo; their pictures are stored first. Answers how many of those could not be. */
export async function putBlocks(editor: Editor, blocks: readonly PastedBlock[]): Promise<number> {
  const ready: Block[] = [];
  let lost = 0;
  for (const block of blocks) {
    const here = block.type === 'picture' ? await stored(block) : block;
    if (here) ready.push(here);
    else lost += 1;
  }
  if (!editor.isDestroyed && ready.length > 0) putIn(editor, ready);
  return lost;
}

/** Puts plain words in, one paragraph for each line, without indents and empty lines; false when they are one line that needs no tidying. */
export function takeWords(editor: Editor, words: string): boolean {
  const paragraphs = paragraphsFromPaste(words);
  if (paragraphs.length === 0 || words === paragraphs[0]) return false;
  putIn(
    editor,
    paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  );
  return true;
}

// The first and the last paragraph grow together with the one in which the caret stands, as in every editor.
function putIn(editor: Editor, blocks: readonly Block[]): void {
  const { content } = editor.schema.nodeFromJSON({ type: 'doc', content: blocks.map(writable) });
  const isOpen = (block: PastedBlock | undefined): number => (block?.type === 'paragraph' ? 1 : 0);
  const slice = new Slice(content, isOpen(blocks[0]), isOpen(blocks.at(-1)));
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView());
  editor.commands.focus();
}

// ProseMirror holds no text without signs.
const writable = (block: Block): Block => {
  if (block.type !== 'paragraph' && block.type !== 'heading') return block;
  const content = (block.content ?? []).filter((node: Inline) => node.type !== 'text' || node.text !== '');
  return { ...block, content };
};

async function stored({ src, alt, caption }: PastedPicture): Promise<Block | null> {
  const [, type = '', data = ''] = /^data:(image\/(?:png|jpeg|webp));base64,([A-Za-z0-9+/=\s]+)$/.exec(src) ?? [];
  if (type === '') return null;
  const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (sign) => sign.charCodeAt(0));
  const file = new File([bytes], `pasted.${type.slice('image/'.length)}`, { type });
  try {
    const picture = await sendPicture(file, { alt, caption });
    const { hash, credit, width, height } = picture;
    return {
      type: 'figure',
      attrs: { hash, alt: alt || picture.alt, caption: caption || picture.caption, credit, width, height },
    };
  } catch {
    // Counted with those that could not be brought along; the words come in any case.
    return null;
  }
}
