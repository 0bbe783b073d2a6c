import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { inspectionListView, InspectionView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { listed } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useDayName } from './adoption/use-day-name.ts';
import { DrawDialog } from './inspections/draw-dialog.tsx';
import { inspectionTexts } from './inspections/inspection-texts.ts';

/** The samples drawn for inspection: draw another, take the dossiers of one. */
export function InspectionsPage() {
  const words = useWords(inspectionTexts);
  const times = useTimes();
  const [drawing, setDrawing] = useState(false);
  const draw = (
    <Button type="primary" onClick={() => setDrawing(true)}>
      {words.draw}
    </Button>
  );
  const dayName = useDayName();
  const daysOf = (one: InspectionView): string => listed(one.days.map(dayName));
  const periodOf = ({ from, until, days, candidateCount }: InspectionView): string =>
    `${dayName(from)}–${dayName(until)} · ${words.of(days.length, candidateCount)}`;
  const spec: ListSpec<InspectionView> = {
    name: 'inspections',
    path: '/inspections',
    searchParam: 'q',
    // A sample is drawn from the whole county.
    placeParam: null,
    sorts: [
      { value: '-drawnAt', label: words.sorts.latest },
      { value: 'drawnAt', label: words.sorts.earliest },
      { value: '-stories', label: words.sorts.most },
    ],
    searchHint: words.search,
    rowKey: (one) => one.id,
    columns: [
      {
        key: 'days',
        title: words.drawnOn,
        text: daysOf,
        cell: (one) => (
          <>
            <strong>{daysOf(one)}</strong>
            <div className="second">{periodOf(one)}</div>
          </>
        ),
      },
      { key: 'period', title: words.drawnFrom, exported: true, text: (one) => periodOf(one) },
      { key: 'seed', title: words.seed, named: true, text: (one) => one.seed },
      {
        key: 'stories',
        title: words.stories,
        narrow: true,
        text: (one) => words.storyCount(one.stories),
      },
      { key: 'by', title: words.by, narrow: true, text: (one) => one.drawnBy.name },
      {
        key: 'at',
        title: words.at,
        narrow: true,
        text: (one) => times.at(one.drawnAt),
      },
    ],
    action: (one) => (
      <Button size="small" href={`/api/v1/inspections/${one.id}/dossier`} download>
        {words.take}
      </Button>
    ),
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {draw}
      </Quiet>
    ),
  };
  return (
    <Page title={words.title} meta={words.lead} actions={draw}>
      <RecordList spec={spec} />
      <Key />
      {drawing && <DrawDialog onClose={() => setDrawing(false)} />}
    </Page>
  );
}

// Whoever checks a dossier elsewhere needs something to compare the verifier's answer with.
function Key() {
  const words = useWords(inspectionTexts);
  const list = useQuery({
    queryKey: ['inspections', 'key'],
    queryFn: ({ signal }) => read<Answer<typeof inspectionListView>>('/inspections', { limit: 1 }, { signal }),
  });
  const key = list.data?.keyFingerprint;
  return key ? (
    <p className="meta" style={{ marginTop: 16 }}>
      {words.key}{' '}
      <span className="num" style={{ overflowWrap: 'anywhere' }}>
        {key}
      </span>
    </p>
  ) : null;
}
