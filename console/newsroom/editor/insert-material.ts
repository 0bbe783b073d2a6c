import type { Editor } from '@tiptap/core';
import type { MaterialView } from '@xiangyin/server/contract';
import { sizeOf } from '../../media/upload/size.ts';

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
          text: wordsOf(material),
          marks: [{ type: 'link', attrs: { href: material.href ?? `/materials/${material.hash}` } }],
        },
      ],
    })
    .run();
}

// Whoever takes a document home wants to know how large it is.
function wordsOf({ title, name, kind, bytes }: MaterialView): string {
  const said = title || name;
  if (kind !== 'document') return said;
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase();
  return `${said}（${[ending, sizeOf(bytes)].filter(Boolean).join('，')}）`;
}
