import { Link } from 'react-router';
import type { IncidentLine } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { safetyTexts } from './safety-texts.ts';

/** Reports of visits, for safeguarding officers: their words are read by opening one. */
export function IncidentsPage() {
  const { incidents } = useWords(safetyTexts);
  const language = useLanguage();
  const times = useTimes();
  const kinds = Object.entries(incidents.kinds).map(([value, label]) => ({ value, label }));
  const spec: ListSpec<IncidentLine> = {
    name: 'incidents',
    path: '/incidents',
    placeParam: 'placeId',
    searchParam: 'q',
    searchHint: incidents.search,
    sorts: [
      { value: 'urgent', label: incidents.urgentFirst },
      { value: 'oldest', label: incidents.oldest },
      { value: 'newest', label: incidents.newest },
    ],
    rowKey: (one) => one.id,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: incidents.open },
        { value: 'closed', label: incidents.closed },
      ],
    },
    filters: [{ param: 'kind', label: incidents.kind, options: kinds }],
    columns: [
      {
        key: 'kind',
        title: incidents.kind,
        text: (one) => incidents.kinds[one.kind],
        cell: (one) => (
          <>
            <Link to={`/incidents/${one.id}`}>{incidents.kinds[one.kind]}</Link>{' '}
            {one.urgent && one.closedAt === null && <Tag tone="hot">{incidents.urgent}</Tag>}
          </>
        ),
      },
      {
        key: 'what',
        title: incidents.what,
        text: (one) => inWords(one.service, language),
        cell: (one) => (
          <>
            {inWords(one.service, language)}
            <div className="second">{inWords(one.place.name, language)}</div>
          </>
        ),
      },
      { key: 'place', title: incidents.place, exported: true, text: (one) => inWords(one.place.name, language) },
      { key: 'urgent', title: incidents.urgent, exported: true, text: (one) => (one.urgent ? incidents.yes : '') },
      { key: 'closed', title: incidents.closed, exported: true, text: (one) => one.closedAt ?? '' },
      {
        key: 'happened',
        title: incidents.happened,
        narrow: true,
        named: true,
        text: (one) => times.at(one.happenedAt),
      },
      { key: 'told', title: incidents.told, narrow: true, named: true, text: (one) => times.at(one.enteredAt) },
    ],
    empty: <Quiet title={incidents.empty} />,
  };
  return (
    <Page title={incidents.title} meta={incidents.lead}>
      <RecordList spec={spec} />
    </Page>
  );
}
