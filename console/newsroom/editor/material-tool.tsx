import type { Editor } from '@tiptap/core';
import { Modal } from 'antd';
import { Suspense, useState } from 'react';
import type { MaterialView } from '@xiangyin/server/contract';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Bones } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useEver } from '../../kit/use-ever.ts';
import { materialTexts } from '../../media/material/material-texts.ts';
import { insertMaterial } from './insert-material.ts';
import { MaterialChoice } from './later.ts';
import { toolIcons } from './tool-icons.tsx';

/** Chooses sound, a video or a document of the library for the text. */
export function MaterialTool({ editor }: { editor: Editor }) {
  const words = useWords(materialTexts);
  const kit = useWords(kitTexts);
  const [choosing, setChoosing] = useState(false);
  const wasChosen = useEver(choosing);
  const insert = (material: MaterialView): void => {
    insertMaterial(editor, material);
    setChoosing(false);
  };
  return (
    <>
      <button type="button" title={words.tool} aria-label={words.tool} onClick={() => setChoosing(true)}>
        {toolIcons.material}
      </button>
      {wasChosen && (
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
      )}
    </>
  );
}
