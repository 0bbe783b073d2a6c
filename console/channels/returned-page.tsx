import { useParams } from 'react-router';
import type { ReturnedAddress } from '@xiangyin/server/contract';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { ReturnedActs } from './returned-acts.tsx';
import { ReturnedFigures } from './returned-figures.tsx';
import { returnedTexts } from './returned-texts.ts';

const reasons = ['no-mailbox', 'no-server', 'full', 'closed', 'refused', 'other'] as const;

/** The addresses of a newsletter whose letters come back: masked, to be looked at one by one, put back or taken out. */
export function ReturnedPage() {
  const { id = '' } = useParams();
  const words = useWords(returnedTexts);
  const times = useTimes();
  const spec: ListSpec<ReturnedAddress> = {
    name: 'returned-addresses',
    path: `/channels/${id}/returned-addresses`,
    local: {
      isHere: null,
      matches: ({ masked, reason }, search, chosen) =>
        masked.toLowerCase().includes(search.toLowerCase()) && ['', reason].includes(chosen('reason')),
    },
    searchHint: words.search,
    filters: [
      {
        param: 'reason',
        label: words.reason,
        options: reasons.map((value) => ({ value, label: words.reasons[value] })),
      },
    ],
    rowKey: (one) => one.id,
    columns: [
      { key: 'address', title: words.address, text: ({ masked }) => masked },
      { key: 'why', title: words.why, text: ({ reason }) => words.reasons[reason] },
      {
        key: 'state',
        title: words.state,
        text: ({ isStopped, bounces }) => `${isStopped ? words.stopped : words.trying} ${words.row(bounces)}`,
        cell: ({ isStopped, bounces }) => (
          <>
            <Tag tone={isStopped ? 'hot' : 'due'}>{isStopped ? words.stopped : words.trying}</Tag>
            <div className="second">{words.row(bounces)}</div>
          </>
        ),
      },
      {
        key: 'since',
        title: words.from,
        narrow: true,
        named: true,
        sortBy: ({ since }) => since,
        text: ({ since }) => times.at(since),
      },
    ],
    action: (one) => <ReturnedActs channelId={id} address={one} />,
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <Page title={words.title} meta={words.lead} crumb={{ to: '/channels', text: words.channels }}>
      <ReturnedFigures channelId={id} />
      <RecordList spec={spec} />
    </Page>
  );
}
