import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReleaseLine } from '@xiangyin/server/contract';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { ReleaseDialog } from './releases/release-dialog.tsx';
import { releaseTexts } from './releases/release-texts.ts';

/** What goes out together: to come, and gone. */
export function ReleasesPage() {
  const words = useWords(releaseTexts);
  const times = useTimes();
  const mayPlan = useMaySomewhere('release.plan');
  const [planning, setPlanning] = useState(false);
  const plan = mayPlan && (
    <Button type="primary" onClick={() => setPlanning(true)}>
      {words.plan}
    </Button>
  );
  const count = (one: ReleaseLine): string =>
    (one.state === 'released' ? words.went : words.readiness)(one.readyCount, one.storyCount);
  const spec: ListSpec<ReleaseLine> = {
    name: 'releases',
    path: '/releases',
    searchParam: 'q',
    // A release reaches across the whole county.
    placeParam: null,
    sorts: [
      { value: 'coming', label: words.sorts.coming },
      { value: '-at', label: words.sorts.latest },
      { value: 'at', label: words.sorts.earliest },
      { value: 'name', label: words.sorts.name },
    ],
    tabs: {
      param: 'state',
      options: [
        { value: '', label: words.all },
        ...(['planned', 'released', 'cancelled'] as const).map((value) => ({ value, label: words.states[value] })),
      ],
    },
    searchHint: words.search,
    rowKey: (one) => one.id,
    href: (one) => `/releases/${one.id}`,
    columns: [
      {
        key: 'name',
        title: words.name,
        text: (one) => one.name,
        cell: (one) => (
          <>
            <Link to={`/releases/${one.id}`}>{one.name}</Link>
            <div className="second">{count(one)}</div>
          </>
        ),
      },
      {
        key: 'state',
        title: words.state,
        text: (one) => words.states[one.state],
        cell: (one) => (
          <Tag tone={one.state === 'released' ? 'ok' : one.state === 'planned' ? 'info' : 'plain'}>
            {words.states[one.state]}
          </Tag>
        ),
      },
      {
        key: 'at',
        title: words.at2,
        narrow: true,
        text: (one) =>
          one.releasedAt ? times.at(one.releasedAt) : one.releaseAt ? times.at(one.releaseAt) : words.now,
      },
      { key: 'by', title: words.by, narrow: true, text: (one) => one.plannedBy.name },
    ],
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {plan}
      </Quiet>
    ),
  };
  return (
    <Page title={words.title} meta={words.lead} actions={plan}>
      <RecordList spec={spec} />
      {planning && <ReleaseDialog release={null} onClose={() => setPlanning(false)} />}
    </Page>
  );
}
