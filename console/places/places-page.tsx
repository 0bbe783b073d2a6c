import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PlaceLine } from '@xiangyin/server/contract';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { inWords, useLanguage } from '../kit/language.ts';
import { Page, Quiet } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { NewPlaceDialog } from './place-dialogs.tsx';
import { placesTexts } from './places-texts.ts';
import { usePlaces } from './use-places.ts';

/** The tree of places as a list in its order: every level further in. */
export function PlacesPage() {
  const words = useWords(placesTexts);
  const language = useLanguage();
  const times = useTimes();
  const { isBelow, isLiving, levels, longName, places } = usePlaces();
  const mayAdd = useMaySomewhere('place.create');
  const [adding, setAdding] = useState(false);
  const levelName = (place: PlaceLine): string =>
    levels.find((level) => level.level === place.level)?.name ?? place.level;
  const spec: ListSpec<PlaceLine> = {
    name: 'places',
    path: '/places',
    always: { ended: true },
    local: {
      isHere: (place, here) => isBelow(place.id, here),
      matches: (place, search, chosen) =>
        (search === '' ||
          place.code.startsWith(search) ||
          Object.values(place.name).some((name) => name?.toLowerCase().includes(search.toLowerCase()))) &&
        (chosen('level') === '' || place.level === chosen('level')) &&
        isLiving(place) === (chosen('ended') === ''),
    },
    rowKey: (place) => place.id,
    href: (place) => `/places/${place.id}`,
    filters: [
      {
        param: 'level',
        label: words.level,
        options: levels.map((level) => ({ value: level.level, label: level.name })),
      },
      { param: 'ended', label: words.endedFilter, options: [{ value: 'true', label: words.endedFilter }] },
    ],
    columns: [
      {
        key: 'name',
        title: words.name,
        text: (place) => inWords(place.name, language),
        cell: (place) => (
          <Link to={`/places/${place.id}`} style={{ paddingInlineStart: place.depth * 20 }}>
            {inWords(place.name, language)}
            {place.validTo && <Tag tone="due">{words.ended(times.day(place.validTo))}</Tag>}
          </Link>
        ),
      },
      { key: 'until', title: words.until, exported: true, text: (place) => place.validTo ?? '' },
      { key: 'level', title: words.level, narrow: true, text: levelName },
      { key: 'above', title: words.above, text: (place) => (place.parentId ? longName(place.parentId) : '') },
      {
        key: 'code',
        title: words.code,
        narrow: true,
        text: (place) => place.code,
        cell: (place) => <span className="num">{place.code}</span>,
      },
    ],
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page
      title={words.title}
      meta={words.count(places.length)}
      actions={
        mayAdd && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <RecordList spec={spec} />
      {adding && <NewPlaceDialog parentId={places[0]?.id ?? ''} onClose={() => setAdding(false)} />}
    </Page>
  );
}
