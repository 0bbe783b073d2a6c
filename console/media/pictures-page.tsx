import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { PictureView } from '@xiangyin/server/contract';
import { useMaySomewhere } from '../kit/session.ts';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { mediaTexts } from './media-texts.ts';
import { usePlaces } from '../places/use-places.ts';
import { PictureCard } from './picture-card.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { pictureTypes, sendPicture } from './send-picture.ts';

/** The stored pictures. */
export function PicturesPage() {
  const { pictures } = useWords(mediaTexts);
  const { message } = App.useApp();
  const mayStore = useMaySomewhere('picture.store');
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [looking, setLooking] = useState<PictureView | null>(null);
  const sorts = useByTime();
  const { longName } = usePlaces();
  const send = async (files: FileList | null): Promise<void> => {
    setBusy(true);
    try {
      for (const file of files ?? []) await sendPicture(file);
    } catch (problem) {
      void message.error(isProblem(problem) ? problem.message : pictures.failed);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['pictures'] });
      await queries.invalidateQueries({ queryKey: ['list', '/pictures'] });
    }
  };
  const spec: ListSpec<PictureView> = {
    name: 'pictures',
    path: '/pictures',
    cursorParam: 'after',
    pageSize: 40,
    searchParam: 'q',
    searchHint: pictures.search,
    sorts,
    placeParam: 'place',
    filters: [{ param: 'alt', label: pictures.alt, options: [{ value: 'missing', label: pictures.noAlt }] }],
    rowKey: (picture) => picture.hash,
    onOpen: setLooking,
    card: (picture) => (
      <button
        type="button"
        aria-label={pictures.open(picture.caption || picture.alt || pictures.noAlt)}
        onClick={() => setLooking(picture)}
      >
        <PictureCard picture={picture} />
      </button>
    ),
    columns: [
      { key: 'hash', title: pictures.copyHash, text: (picture) => picture.hash },
      { key: 'alt', title: pictures.alt, text: (picture) => picture.alt },
      { key: 'caption', title: pictures.caption, text: (picture) => picture.caption },
      { key: 'credit', title: pictures.credit, text: (picture) => picture.credit },
      {
        key: 'place',
        title: pictures.place,
        text: (picture) => (picture.placeId ? longName(picture.placeId) : ''),
      },
      { key: 'stored', title: pictures.stored, text: (picture) => picture.madeAt },
      { key: 'size', title: pictures.size, text: (picture) => `${picture.width} × ${picture.height}` },
    ],
    empty: <Quiet title={pictures.empty} />,
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
      <RecordList spec={spec} />
      {looking && <PictureDialog picture={looking} onClose={() => setLooking(null)} />}
    </Page>
  );
}
