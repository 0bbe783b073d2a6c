import { App, Button, Checkbox, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PictureView, StoredPictureView } from '@xiangyin/server/contract';
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
import { AlikeDialog } from './alike-dialog.tsx';
import { ChangeManyDialog } from './change-many-dialog.tsx';
import { PictureCard } from './picture-card.tsx';
import { LibraryFilters, libraryFilterParams } from './library-filters.tsx';
import { SaidTags } from './said-tags.tsx';
import { sendEach } from './send-each.ts';
import { pictureTypes, sendPicture } from './send-picture.ts';

/** The stored pictures. */
export function PicturesPage() {
  const { pictures } = useWords(mediaTexts);
  const { notification } = App.useApp();
  const mayStore = useMaySomewhere('picture.store');
  const chooser = useRef<HTMLInputElement>(null);
  // What the pictures about to be chosen are marked as.
  const marking = useRef<'made' | 'changed' | null>(null);
  const choose = (machine: 'made' | 'changed' | null): void => {
    marking.current = machine;
    chooser.current?.click();
  };
  // How many of how many are through; null while none are sent.
  const [sending, setSending] = useState<{ done: number; of: number } | null>(null);
  const busy = sending !== null;
  const [chosen, setChosen] = useState<ReadonlyMap<string, PictureView>>(new Map());
  const [changing, setChanging] = useState(false);
  const [likened, setLikened] = useState<readonly StoredPictureView[]>([]);
  const navigate = useNavigate();
  const sorts = useByTime();
  const { longName } = usePlaces();
  const sendOne = async (file: File): Promise<void> => {
    const machine = marking.current;
    const stored = await sendPicture(file, machine ? { machine } : {});
    if (stored.alike.length > 0) setLikened((before) => [...before, stored]);
  };
  const send = async (files: readonly File[]): Promise<void> => {
    const unsent = await sendEach(files, sendOne, (done) => setSending({ done, of: files.length }));
    setSending(null);
    await reread();
    for (const { name, problem } of unsent)
      notification.error({
        title: pictures.unsent(name),
        description: isProblem(problem) ? problem.message : pictures.failed,
        duration: 0,
      });
  };
  const toggle = (picture: PictureView): void => {
    const next = new Map(chosen);
    if (!next.delete(picture.hash)) next.set(picture.hash, picture);
    setChosen(next);
  };
  const nameOf = (picture: PictureView): string => picture.title || picture.caption || picture.alt || pictures.noAlt;
  const spec: ListSpec<PictureView> = {
    name: 'pictures',
    path: '/pictures',
    cursorParam: 'after',
    pageSize: 40,
    searchParam: { bar: <LibraryFilters />, params: libraryFilterParams },
    sorts,
    placeParam: 'place',
    filters: [
      { param: 'rights', label: pictures.rights, options: optionsOf(pictures.rightsStates) },
      { param: 'used', label: pictures.usedIn, options: optionsOf(pictures.useStates) },
      { param: 'alt', label: pictures.alt, options: [{ value: 'missing', label: pictures.noAlt }] },
      { param: 'people', label: pictures.people, options: optionsOf(pictures.peopleStates) },
      { param: 'machine', label: pictures.machine, options: optionsOf({ any: pictures.anyMachine }) },
    ],
    rowKey: (picture) => picture.hash,
    href: (picture) => `/pictures/${picture.hash}`,
    card: (picture) => (
      <div className="picture-choice">
        {picture.abilities.includes('picture.change') && (
          <Checkbox
            checked={chosen.has(picture.hash)}
            disabled={!chosen.has(picture.hash) && chosen.size >= mostAtOnce}
            aria-label={pictures.choose(nameOf(picture))}
            onChange={() => toggle(picture)}
          />
        )}
        <Link to={`/pictures/${picture.hash}`} aria-label={pictures.open(nameOf(picture))}>
          <PictureCard picture={picture} tags={false} />
        </Link>
        <SaidTags said={picture} />
      </div>
    ),
    columns: [
      { key: 'hash', title: pictures.copyHash, text: (picture) => picture.hash },
      { key: 'title', title: pictures.name, text: (picture) => picture.title },
      { key: 'alt', title: pictures.alt, text: (picture) => picture.alt },
      { key: 'caption', title: pictures.caption, text: (picture) => picture.caption },
      { key: 'credit', title: pictures.credit, text: (picture) => picture.credit },
      {
        key: 'place',
        title: pictures.place,
        text: (picture) => (picture.placeId ? longName(picture.placeId) : ''),
      },
      { key: 'keywords', title: pictures.keywords, text: (picture) => picture.keywords.join(' ') },
      { key: 'taken', title: pictures.taken, text: (picture) => picture.takenOn ?? '' },
      { key: 'holder', title: pictures.holder, text: (picture) => picture.rightsHolder },
      { key: 'licence', title: pictures.licence, text: (picture) => picture.licence },
      { key: 'until', title: pictures.until, text: (picture) => picture.rightsUntil ?? '' },
      {
        key: 'machine',
        title: pictures.machine,
        text: (picture) => (picture.machine ? pictures.machines[picture.machine] : ''),
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
          <>
            <Button type="primary" loading={busy} onClick={() => choose(null)}>
              {sending && sending.of > 1 ? pictures.sending(sending.done + 1, sending.of) : pictures.add}
            </Button>
            <Dropdown
              trigger={['click']}
              disabled={busy}
              menu={{
                items: [
                  { key: 'made', label: pictures.addMade },
                  { key: 'changed', label: pictures.addChanged },
                ],
                onClick: ({ key }) => choose(key === 'made' ? 'made' : 'changed'),
              }}
            >
              <Button disabled={busy}>{pictures.addMachine}</Button>
            </Dropdown>
          </>
        )
      }
    >
      <input
        ref={chooser}
        type="file"
        accept={pictureTypes}
        multiple
        hidden
        onChange={(event) => {
          const input = event.target;
          // The same file may be chosen again afterwards.
          void send([...(input.files ?? [])]).finally(() => (input.value = ''));
        }}
      />
      <RecordList spec={spec} />
      {chosen.size > 0 && (
        <div className="picture-chosen" role="region" aria-label={pictures.chosen(chosen.size)}>
          <span>{pictures.chosen(chosen.size)}</span>
          <Button type="primary" onClick={() => setChanging(true)}>
            {pictures.changeChosen}
          </Button>
          <Button onClick={() => setChosen(new Map())}>{pictures.chooseNone}</Button>
        </div>
      )}
      {likened[0] && (
        <AlikeDialog
          key={likened[0].hash}
          stored={likened[0]}
          act={pictures.openOld}
          onTake={(picture) => void navigate(`/pictures/${picture.hash}`)}
          onKeep={() => setLikened(likened.slice(1))}
        />
      )}
      {changing && (
        <ChangeManyDialog
          pictures={[...chosen.values()]}
          onDone={() => void reread()}
          onClose={() => {
            setChanging(false);
            setChosen(new Map());
          }}
        />
      )}
    </Page>
  );
}

// As many as the API takes in one change.
const mostAtOnce = 100;

const optionsOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

async function reread(): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['pictures'] });
  await queries.invalidateQueries({ queryKey: ['list', '/pictures'] });
}
