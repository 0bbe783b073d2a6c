import type { Editor } from '@tiptap/core';
import { Button, Modal } from 'antd';
import { Suspense, useRef, useState } from 'react';
import { kitTexts } from '../../kit/kit-texts.ts';
import { Bones } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useEver } from '../../kit/use-ever.ts';
import { mediaTexts } from '../../media/media-texts.ts';
import { pictureTypes } from '../../media/send-picture.ts';
import { writingTexts } from './writing-texts.ts';
import { insertPicture } from './insert-picture.ts';
import { PictureGrid } from './later.ts';
import { toolIcons } from './tool-icons.tsx';

/** Puts a picture into the text: from this device, or from the library. */
export function PictureTool({
  editor,
  onPictures,
  sending,
}: {
  editor: Editor;
  onPictures: (files: readonly File[]) => void;
  sending: boolean;
}) {
  const words = useWords(writingTexts);
  const { pictures } = useWords(mediaTexts);
  const kit = useWords(kitTexts);
  const chooser = useRef<HTMLInputElement>(null);
  const [choosing, setChoosing] = useState(false);
  const wasChosen = useEver(choosing);
  return (
    <>
      <button
        type="button"
        title={words.tools.picture}
        onClick={() => setChoosing(true)}
        disabled={sending}
        {...(sending ? {} : { 'aria-label': words.tools.picture })}
      >
        {sending ? words.picture.uploading : toolIcons.picture}
      </button>
      {wasChosen && (
        <Modal
          open={choosing}
          onCancel={() => setChoosing(false)}
          footer={null}
          title={words.tools.picture}
          width={760}
          destroyOnHidden
        >
          <div className="stack">
            <Button type="primary" onClick={() => chooser.current?.click()}>
              {pictures.fromDevice}
            </Button>
            <input
              ref={chooser}
              type="file"
              accept={pictureTypes}
              multiple
              hidden
              onChange={(event) => {
                onPictures([...(event.target.files ?? [])]);
                setChoosing(false);
              }}
            />
            <h3>{pictures.fromStore}</h3>
            <Suspense fallback={<Bones label={kit.loading} />}>
              <PictureGrid
                onPick={({ hash, alt, caption, credit, width, height }) => {
                  insertPicture(editor, { hash, alt, caption, credit, width, height });
                  setChoosing(false);
                }}
              />
            </Suspense>
          </div>
        </Modal>
      )}
    </>
  );
}
