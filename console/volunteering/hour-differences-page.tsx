import { Link } from 'react-router';
import type { HourDifferenceLine } from '@xiangyin/server/contract';
import { Due } from '../kit/due.tsx';
import { inWords, listed, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { BothVersions, DifferenceActs, DifferenceEnd } from './hours/difference-acts.tsx';
import { endWords } from './hours/end-words.ts';
import { proofTexts } from './hours/hours-texts.ts';

/** Where the person served and the volunteer say different times: both versions, what each says now, and the decision of somebody who had no part in it. */
export function HourDifferencesPage() {
  const { differences: words, sums, ways } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const spec: ListSpec<HourDifferenceLine> = {
    name: 'hour-differences',
    path: '/hour-differences',
    pageSize: 30,
    searchParam: 'q',
    searchHint: words.search,
    sorts: [
      { value: 'due', label: words.byDue },
      { value: 'newest', label: words.newest },
    ],
    placeParam: null,
    tabs: {
      param: 'open',
      options: [
        { value: '', label: words.all },
        { value: 'true', label: words.open },
      ],
    },
    rowKey: (one) => one.id,
    columns: [
      {
        key: 'what',
        title: words.what,
        text: (one) => inWords(one.service, language),
        cell: (one) => (
          <>
            <strong>{inWords(one.service, language)}</strong>
            <div className="second">
              {listed(one.people.map(({ name }) => name))} · {times.at(one.said.at)}
            </div>
            <Link to={`/orders/${one.orderId}`} style={{ color: 'var(--pine)' }}>
              {words.order}
            </Link>
          </>
        ),
      },
      { key: 'who', title: words.who, exported: true, text: (one) => listed(one.people.map(({ name }) => name)) },
      { key: 'saidAt', title: words.saidAt, exported: true, text: (one) => one.said.at },
      {
        key: 'versions',
        title: words.versions,
        text: (one) => `${words.recorded(one.recorded.minutes)} · ${words.said(one.said.minutes)}`,
        cell: (one) => <BothVersions difference={one} />,
      },
      {
        key: 'end',
        title: words.end,
        text: ({ end }) => (end ? endWords(end, words) : ''),
        cell: (one) => (one.end ? <DifferenceEnd end={one.end} /> : <Due at={one.dueAt} soonMinutes={2_880} />),
      },
      {
        key: 'inLedger',
        title: words.inLedger,
        exported: true,
        text: ({ end }) => (end?.inLedger ? sums.classes[end.inLedger] : ''),
      },
      { key: 'why', title: words.why, exported: true, text: ({ end }) => end?.reason ?? '' },
      { key: 'due', title: words.due, exported: true, text: (one) => one.dueAt },
    ],
    action: (one) => one.abilities.length > 0 && <DifferenceActs difference={one} />,
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page title={words.title} meta={words.lead} crumb={{ to: '/hours', text: ways.hours }}>
      <RecordList spec={spec} />
    </Page>
  );
}
