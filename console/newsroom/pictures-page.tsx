import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useMaySomewhere } from '../kit/session.ts';
import { Page } from '../kit/page.tsx';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { newsroomTexts } from './newsroom-texts.ts';
import { PictureGrid } from './pictures/picture-grid.tsx';
import { pictureTypes, sendPicture } from './send-picture.ts';

/** The stored pictures. */
export function PicturesPage() {
  const { pictures, editor } = useWords(newsroomTexts);
  const { message } = App.useApp();
  const mayStore = useMaySomewhere('picture.store');
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const send = async (files: FileList | null): Promise<void> => {
    setBusy(true);
    try {
      for (const file of files ?? []) await sendPicture(file);
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : editor.picture.failed);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['pictures'] });
    }
  };
  return (
    <Page
      title={pictures.title}
      actions={
        mayStore && (
          <Button type="primary" loading={busy} onClick={() => chooser.current?.click()}>
            {pictures.add}
          </Button>
        )
      }
    >
      <input
        ref={chooser}
        type="file"
        accept={pictureTypes}
        multiple
        hidden
        onChange={(event) => void send(event.target.files)}
      />
      <PictureGrid />
    </Page>
  );
}
