import type { UnrecordedVisit } from '@xiangyin/server/contract';
import { Due } from '../kit/due.tsx';
import { inWords, useLanguage } from '../kit/language.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { proofTexts } from './hours/hours-texts.ts';

/** Visits that are over and stand in no ledger yet, the most urgent first. */
export function UnrecordedHoursPage() {
  const { unrecorded: words, ways } = useWords(proofTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName, isBelow } = usePlaces();
  const spec: ListSpec<UnrecordedVisit> = {
    name: 'unrecorded-hours',
    path: '/unrecorded-visits',
    local: {
      isHere: (one, place) => isBelow(one.placeId, place),
      matches: (one, search, chosen) =>
        (chosen('late') === '' || times.left(one.dueAt) < 0) &&
        [inWords(one.service, language), longName(one.placeId)].some((text) =>
          text.toLowerCase().includes(search.toLowerCase()),
        ),
    },
    filters: [{ param: 'late', label: words.due, options: [{ value: 'true', label: words.late }] }],
    searchHint: words.search,
    rowKey: (one) => one.visitId,
    href: (one) => `/orders/${one.orderId}`,
    columns: [
      { key: 'service', title: words.service, text: (one) => inWords(one.service, language) },
      { key: 'place', title: words.place, text: (one) => longName(one.placeId) },
      { key: 'people', title: words.people, narrow: true, named: true, text: (one) => String(one.people) },
      {
        key: 'ended',
        title: words.ended,
        narrow: true,
        named: true,
        text: (one) => times.at(one.endedAt),
        sortBy: (one) => one.endedAt,
      },
      {
        key: 'due',
        title: words.due,
        narrow: true,
        text: (one) => one.dueAt,
        cell: (one) => <Due at={one.dueAt} soonMinutes={2_880} />,
        sortBy: (one) => one.dueAt,
      },
    ],
    empty: <Quiet title={words.empty} />,
  };
  return (
    <Page title={words.title} meta={words.lead} crumb={{ to: '/hours', text: ways.hours }}>
      <RecordList spec={spec} />
    </Page>
  );
}
