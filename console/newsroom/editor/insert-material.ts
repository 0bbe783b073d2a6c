import type { Editor } from '@tiptap/core';
import type { MaterialView } from '@xiangyin/server/contract';
import { linkAddress, linkWords } from '../../media/material/link.ts';

/** Puts sound, a video or a document into the text where the cursor stands: a paragraph that is a link. A recording is played there; the hash in the address is signed with the text. */
export function insertMaterial(editor: Editor, material: MaterialView): void {
  const { to } = editor.state.selection;
  editor
    .chain()
    .focus(to)
    .insertContent({
      type: 'paragraph',
      content: [
        {
          type: 'text',
          text: linkWords(material),
          marks: [{ type: 'link', attrs: { href: linkAddress(material) } }],
        },
      ],
    })
    .run();
}
