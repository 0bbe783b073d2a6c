import type { Editor } from '@tiptap/core';
import { Modal } from 'antd';
import { Suspense, useState } from 'react';
import type { MaterialView } from '@xiangyin/server/contract';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Bones } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { materialTexts } from '../../media/material/material-texts.ts';
import { sizeOf } from '../../media/upload/size.ts';
import { MaterialChoice } from './later.ts';
import { toolIcons } from './tool-icons.tsx';

/** Puts sound, a video or a document into the text: a paragraph that is a link. A recording is played there; the hash in the address is signed with the text. */
export function MaterialTool({ editor }: { editor: Editor }) {
  const words = useWords(materialTexts);
  const kit = useWords(kitTexts);
  const [choosing, setChoosing] = useState(false);
  const insert = (material: MaterialView): void => {
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
    setChoosing(false);
  };
  return (
    <>
      <button type="button" title={words.tool} aria-label={words.tool} onClick={() => setChoosing(true)}>
        {toolIcons.material}
      </button>
      <Modal
        open={choosing}
        onCancel={() => setChoosing(false)}
        footer={null}
        title={words.toolTitle}
        width={640}
        destroyOnHidden
      >
        <Suspense fallback={<Bones label={kit.loading} />}>
          <MaterialChoice onPick={insert} />
        </Suspense>
      </Modal>
    </>
  );
}

// Whoever takes a document home wants to know how large it is.
function wordsOf({ title, name, kind, bytes }: MaterialView): string {
  const said = title || name;
  if (kind !== 'document') return said;
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toUpperCase();
  return `${said}（${[ending, sizeOf(bytes)].filter(Boolean).join('，')}）`;
}
