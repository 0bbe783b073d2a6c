import { Link, useSearchParams } from 'react-router';
import type { CopyView } from '@xiangyin/server/contract';
import { afterColon } from '../kit/language.ts';
import { useByTime } from '../kit/list/by-time.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { channelsTexts } from './channels-texts.ts';
import { useCopyWords } from './copy-words.ts';
import { useManyCopies } from './many-copies.ts';
import { useChannels } from './use-channels.ts';
import { RetryCopy } from './retry-copy.tsx';
import { SweepChannel } from './sweep-channel.tsx';

/** Copies that need somebody: they wait, did not arrive, do not answer, show other words than were signed, or still stand though they were withdrawn. Of one channel all that did not arrive can be sent again or given up as one act. */
export function CopiesPage() {
  const words = useWords(channelsTexts);
  const times = useTimes();
  const wordsOf = useCopyWords();
  const sorts = useByTime();
  const many = useManyCopies();
  const channels = useChannels();
  const [params] = useSearchParams();
  const chosen = channels.find(({ id }) => id === params.get('channel'));
  const choices = channels.map(({ id, name }) => ({ value: id, label: name }));
  const said = (copy: CopyView): string => {
    const { state, problem } = wordsOf(copy);
    return problem === null ? state : afterColon(state, problem);
  };
  const spec: ListSpec<CopyView> = {
    name: 'copies',
    path: '/copies',
    cursorParam: 'after',
    pageSize: 50,
    searchParam: 'q',
    searchHint: words.search,
    sorts,
    placeParam: 'place',
    rowKey: (copy) => copy.id,
    href: (copy) => `/stories/${copy.storyId}`,
    tabs: {
      param: 'state',
      options: [
        { value: '', label: words.all },
        ...(['failed', 'drifted', 'published', 'manual', 'waiting', 'withdrawing'] as const).map((state) => ({
          value: state,
          label: words.tabs[state],
        })),
      ],
    },
    columns: [
      {
        key: 'story',
        title: words.story,
        text: (copy) => copy.storyTitle,
        cell: (copy) => (
          <>
            <Link className="one-line" to={`/stories/${copy.storyId}`} title={copy.storyTitle}>
              {copy.storyTitle}
            </Link>
            <div className="second one-line">
              {[words.edition(copy.editionNumber), copy.address].filter(Boolean).join(' · ')}
            </div>
          </>
        ),
      },
      { key: 'edition', title: words.whichEdition, exported: true, text: (copy) => words.edition(copy.editionNumber) },
      { key: 'address', title: words.address, exported: true, text: (copy) => copy.address ?? '' },
      { key: 'channel', title: words.channel, narrow: true, text: (copy) => copy.channelName },
      {
        key: 'state',
        title: words.state,
        text: said,
        cell: (copy) => {
          const { state, tone, problem, advice, remark } = wordsOf(copy);
          return (
            <>
              <Tag tone={tone}>{state}</Tag>
              {problem !== null && <div className="second">{problem}</div>}
              {remark !== null && (
                <div className="second">{[remark.code, remark.words].filter(Boolean).join(' · ')}</div>
              )}
              {advice !== null && <div className="meta">{advice}</div>}
            </>
          );
        },
      },
      {
        key: 'when',
        title: words.when,
        narrow: true,
        text: (copy) => copy.changedAt,
        cell: (copy) => <span className="meta">{times.at(copy.changedAt)}</span>,
      },
    ],
    action: (copy) => <RetryCopy copy={copy} />,
    many,
    isMoving: ({ state }) => state === 'planned' || state === 'sending',
    ...(choices.length > 0 ? { filters: [{ param: 'channel', label: words.ofChannel, options: choices }] } : {}),
    empty: <Quiet title={words.empty} hint={words.emptyHint} />,
  };
  return (
    <Page title={words.title} meta={words.lead}>
      {chosen && <SweepChannel channel={chosen} />}
      <RecordList spec={spec} />
    </Page>
  );
}
