import { Button } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { MaterialView } from '@xiangyin/server/contract';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { queries } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { lengthOf } from './material/length.ts';
import { LibraryFilters, libraryFilterParams } from './library-filters.tsx';
import { isUnderWay } from './material/material-page.tsx';
import { MaterialState } from './material/material-state.tsx';
import { materialTexts } from './material/material-texts.ts';
import { useManyMaterials } from './material/use-many-materials.ts';
import { mediaTexts } from './media-texts.ts';
import { SaidTags } from './said-tags.tsx';
import { sizeOf } from './upload/size.ts';
import { UploadPanel } from './upload/upload-panel.tsx';

/** Sound, video and documents: send them in, look through them. */
export function MaterialsPage() {
  const words = useWords(materialTexts);
  const { pictures } = useWords(mediaTexts);
  const times = useTimes();
  const { longName } = usePlaces();
  const sorts = useByTime();
  const maySend = useMaySomewhere('upload.send');
  const many = useManyMaterials();
  useConversionsWatched();
  const spec: ListSpec<MaterialView> = {
    name: 'materials',
    path: '/materials',
    cursorParam: 'after',
    pageSize: 40,
    searchParam: { bar: <LibraryFilters words={words} />, params: libraryFilterParams },
    sorts,
    placeParam: 'place',
    many,
    filters: [
      { param: 'rights', label: pictures.rights, options: optionsOf(pictures.rightsStates) },
      { param: 'used', label: pictures.usedIn, options: optionsOf(pictures.useStates) },
      { param: 'people', label: words.people, options: optionsOf(words.peopleStates) },
      { param: 'machine', label: pictures.machine, options: optionsOf({ any: pictures.anyMachine }) },
    ],
    tabs: {
      param: 'kind',
      options: [
        { value: '', label: words.all },
        { value: 'video', label: words.kinds.video },
        { value: 'audio', label: words.kinds.audio },
        { value: 'document', label: words.kinds.document },
      ],
    },
    rowKey: (material) => material.id,
    href: (material) => `/materials/${material.id}`,
    columns: [
      {
        key: 'name',
        title: words.name,
        text: (material) => material.title || material.name,
        cell: (material) => (
          <>
            <Link to={`/materials/${material.id}`}>{material.title || material.name}</Link>
            <div className="second">{material.name}</div>
            <SaidTags said={material} />
          </>
        ),
      },
      { key: 'kind', title: words.kind, narrow: true, text: (material) => words.kinds[material.kind] },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: (material) => words.states[material.state],
        cell: (material) => material.kind !== 'document' && <MaterialState material={material} />,
      },
      {
        key: 'length',
        title: words.length,
        narrow: true,
        text: (material) => (material.durationMilliseconds === null ? '' : lengthOf(material.durationMilliseconds)),
      },
      { key: 'size', title: words.size, narrow: true, text: (material) => sizeOf(material.bytes) },
      {
        key: 'place',
        title: words.place,
        narrow: true,
        text: (material) => (material.placeId ? longName(material.placeId) : ''),
      },
      {
        key: 'stored',
        title: words.stored,
        narrow: true,
        text: (material) => material.madeAt,
        cell: (material) => times.at(material.madeAt),
      },
      { key: 'credit', title: words.credit, exported: true, text: (material) => material.credit },
      { key: 'keywords', title: pictures.keywords, exported: true, text: (material) => material.keywords.join(' ') },
      { key: 'taken', title: words.day, exported: true, text: (material) => material.takenOn ?? '' },
      { key: 'holder', title: pictures.holder, exported: true, text: (material) => material.rightsHolder },
      { key: 'licence', title: pictures.licence, exported: true, text: (material) => material.licence },
      { key: 'until', title: pictures.until, exported: true, text: (material) => material.rightsUntil ?? '' },
      {
        key: 'machine',
        title: pictures.machine,
        exported: true,
        text: (material) => (material.machine ? pictures.machines[material.machine] : ''),
      },
    ],
    action: (material) =>
      material.href && (
        <Button size="small" href={material.href} download>
          {words.take}
        </Button>
      ),
    empty: <Quiet title={words.empty} {...(maySend ? { hint: words.emptyHint } : {})} />,
  };
  return (
    <Page title={words.title} meta={words.lead}>
      {maySend && <UploadPanel />}
      <RecordList spec={spec} />
    </Page>
  );
}

const optionsOf = (words: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

// As long as something on the list is converted, it is read again every few seconds.
function useConversionsWatched(): void {
  useEffect(() => {
    const queryKey = ['list', '/materials'];
    const timer = setInterval(() => {
      const lists = queries.getQueriesData<{ pages: { items: MaterialView[] }[] }>({ queryKey });
      const isSome = lists.some(([, list]) => list?.pages.some((one) => one.items.some(isUnderWay)));
      if (isSome) void queries.invalidateQueries({ queryKey });
    }, 4_000);
    return () => clearInterval(timer);
  }, []);
}
