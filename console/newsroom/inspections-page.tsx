import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { inspectionListView, InspectionView } from '@xiangyin/server/contract';
import { listed } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
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
  const daysOf = (one: InspectionView): string => listed(one.days);
  const spec: ListSpec<InspectionView> = {
    name: 'inspections',
    path: '/inspections',
    local: {
      // A sample is drawn from the whole county.
      isHere: null,
      matches: (one, search) =>
        [one.seed, one.drawnBy.name, ...one.days].some((text) => text.toLowerCase().includes(search.toLowerCase())),
    },
    searchHint: words.search,
    rowKey: (one) => one.id,
    columns: [
      {
        key: 'days',
        title: words.drawnOn,
        text: daysOf,
        cell: (one) => (
          <>
            <strong className="num">{daysOf(one)}</strong>
            <div className="second">
              {one.from} – {one.until} · {words.of(one.days.length, one.candidateCount)}
            </div>
          </>
        ),
      },
      { key: 'seed', title: words.seed, named: true, text: (one) => one.seed },
      {
        key: 'stories',
        title: words.stories,
        narrow: true,
        text: (one) => words.storyCount(one.stories),
        sortBy: (one) => one.stories,
      },
      { key: 'by', title: words.by, narrow: true, text: (one) => one.drawnBy.name },
      {
        key: 'at',
        title: words.at,
        narrow: true,
        text: (one) => times.at(one.drawnAt),
        sortBy: (one) => one.drawnAt,
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
  // What the list above reads anyway: its pages say the key.
  const list = useQuery<{ pages: readonly Answer<typeof inspectionListView>[] }>({
    queryKey: ['list', '/inspections', {}],
    enabled: false,
  });
  const key = list.data?.pages[0]?.keyFingerprint;
  return key ? (
    <p className="meta" style={{ marginTop: 16 }}>
      {words.key}{' '}
      <span className="num" style={{ overflowWrap: 'anywhere' }}>
        {key}
      </span>
    </p>
  ) : null;
}
