import { Button } from 'antd';
import { useState } from 'react';
import type { SeriesLine } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { ListSpec } from '../../kit/list/list-spec.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Page, Quiet } from '../../kit/page.tsx';
import { useMaySomewhere } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { SeriesDialog } from './series-dialog.tsx';
import { tagTexts } from './tag-texts.ts';

/** Series of stories: begin one, name it, say which stories stand in it in which order. */
export function SeriesPage() {
  const words = useWords(tagTexts);
  const language = useLanguage();
  const mayArrange = useMaySomewhere('series.arrange');
  const [editing, setEditing] = useState<SeriesLine | 'new' | null>(null);
  const begin = mayArrange && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {words.begin}
    </Button>
  );
  const spec: ListSpec<SeriesLine> = {
    name: 'series',
    path: '/series',
    searchParam: 'q',
    placeParam: null,
    pageSize: 50,
    sorts: [
      { value: '-id', label: words.sorts.latest },
      { value: 'id', label: words.sorts.earliest },
      { value: 'name', label: words.sorts.name },
    ],
    filters: [
      {
        param: 'used',
        label: words.use,
        options: [
          { value: 'yes', label: words.uses.yes },
          { value: 'no', label: words.uses.no },
        ],
      },
    ],
    searchHint: words.search,
    rowKey: ({ id }) => id,
    ...(mayArrange ? { onOpen: setEditing } : {}),
    columns: [
      {
        key: 'name',
        title: words.name,
        text: ({ name }) => inWords(name, language),
        cell: ({ name, slug, description }) => (
          <>
            <strong>{inWords(name, language)}</strong>
            <div className="second">
              <a href={`/series/${slug}`}>
                <span className="num">/series/{slug}</span>
              </a>
              {description[language] && ` · ${description[language]}`}
            </div>
          </>
        ),
      },
      { key: 'slug', title: words.slug, exported: true, text: ({ slug }) => `/series/${slug}` },
      {
        key: 'about',
        title: words.about,
        exported: true,
        text: ({ description }) => description[language] ?? '',
      },
      {
        key: 'stories',
        title: words.stories,
        narrow: true,
        text: ({ stories }) => words.storyCount(stories),
      },
    ],
    action: (series) =>
      mayArrange && (
        <Button size="small" onClick={() => setEditing(series)}>
          {words.change}
        </Button>
      ),
    empty: (
      <Quiet title={words.emptySeries} hint={words.emptySeriesHint}>
        {begin}
      </Quiet>
    ),
  };
  return (
    <Page title={words.series} meta={words.seriesLead} actions={begin}>
      <RecordList spec={spec} />
      {editing && <SeriesDialog seriesId={editing === 'new' ? null : editing.id} onClose={() => setEditing(null)} />}
    </Page>
  );
}
