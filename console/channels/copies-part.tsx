import { useQuery } from '@tanstack/react-query';
import { fingerprint } from '@xiangyin/document';
import type { CopyView, copyListView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Part } from '../kit/page.tsx';
import type { Answer } from '../kit/shape.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { channelsTexts } from './channels-texts.ts';
import { AcceptWords } from './accept-words.tsx';
import { CopyAttempts } from './copy-attempts.tsx';
import { useCopyWords } from './copy-words.ts';
import { StopCopies } from './stop-copies.tsx';
import { RetryCopy } from './retry-copy.tsx';

/** Where every copy of a story stands: state, address, what was sent and what was seen back. `edition` is read anew whenever it changes. */
export function CopiesPart({ storyId, edition }: { storyId: string; edition: string }) {
  const words = useWords(channelsTexts);
  const copies = useQuery({
    queryKey: ['story', storyId, 'more', 'copies', edition],
    // Reading back happens a few seconds after the publication, and no event tells of it.
    refetchInterval: 10_000,
    queryFn: ({ signal }) => read<Answer<typeof copyListView>>(`/stories/${storyId}/copies`, {}, { signal }),
  });
  return (
    <Part title={words.part}>
      <Loaded query={copies} rows={2}>
        {({ items }) =>
          items.length === 0 ? <p className="meta">{words.none}</p> : <Copies storyId={storyId} items={items} />
        }
      </Loaded>
    </Part>
  );
}

function Copies({ storyId, items }: { storyId: string; items: readonly CopyView[] }) {
  const words = useWords(channelsTexts);
  const times = useTimes();
  const wordsOf = useCopyWords();
  const standing = items.filter((copy) => copy.state !== 'superseded');
  const earlier = items.filter((copy) => copy.state === 'superseded');
  return (
    <div className="stack">
      <StopCopies storyId={storyId} copies={items} />
      {standing.map((copy) => (
        <Copy key={copy.id} copy={copy} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>{words.before}</summary>
          <ul className="meta" style={{ margin: '8px 0 0', paddingInlineStart: 20 }}>
            {earlier.map((copy) => (
              <li key={copy.id}>
                {copy.channelName} · {words.edition(copy.editionNumber)} · {wordsOf(copy).state} ·{' '}
                {times.at(copy.changedAt)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Copy({ copy }: { copy: CopyView }) {
  const words = useWords(channelsTexts);
  const times = useTimes();
  const number = new Intl.NumberFormat(useLanguage());
  const { state, tone, problem, advice, remark } = useCopyWords()(copy);
  return (
    <article aria-label={`${copy.channelName} ${words.edition(copy.editionNumber)}`}>
      <div className="row apart">
        <span className="row">
          <strong>{copy.channelName}</strong>
          <Tag tone={tone}>{state}</Tag>
        </span>
        <span className="row">
          <AcceptWords copy={copy} />
          <RetryCopy copy={copy} />
        </span>
      </div>
      <dl className="facts" style={{ marginTop: 8 }}>
        <dt>{words.address}</dt>
        <dd>{copy.address ? <a href={copy.address}>{copy.address}</a> : words.noReceipt}</dd>
        <dt>{words.receipt}</dt>
        <dd>
          {copy.publishedAt ? times.at(copy.publishedAt) : words.noReceipt} · {words.edition(copy.editionNumber)}
        </dd>
        {copy.receivers !== null && (
          <>
            <dt>{words.receivers}</dt>
            <dd>{words.mailboxes(copy.receivers)}</dd>
          </>
        )}
        <dt>{words.sent}</dt>
        <dd className="num" title={copy.hashSent}>
          {fingerprint(copy.hashSent)}
        </dd>
        <dt>{words.seen}</dt>
        <dd {...(copy.hashSeen === null ? {} : { title: copy.hashSeen })}>
          {copy.hashSeen !== null && <span className="num">{fingerprint(copy.hashSeen)}</span>}
          {copy.hashSeen === null && copy.uncompared === null && words.notSeen}
          {copy.uncompared && <div>{words.uncompared[copy.uncompared]}</div>}
          {copy.seenAt && <div className="meta">{words.seenAt(times.at(copy.seenAt))}</div>}
        </dd>
        {copy.counts && (
          <>
            <dt>{words.counted}</dt>
            <dd>
              {words.counts(number.format(copy.counts.reads), number.format(copy.counts.shares))}
              <div className="meta">{words.countedUntil(times.on(`${copy.counts.on}T12:00:00Z`))}</div>
            </dd>
          </>
        )}
        {copy.looks > 0 && (
          <>
            <dt>{words.looks}</dt>
            <dd>{words.times(copy.looks)}</dd>
          </>
        )}
        {copy.tries > 0 && (
          <>
            <dt>{words.tries}</dt>
            <dd>
              {words.times(copy.tries)}
              {copy.dueAt && copy.state === 'waiting' && (
                <div className="meta">{words.dueAt(times.at(copy.dueAt))}</div>
              )}
            </dd>
          </>
        )}
        {remark !== null && (
          <>
            <dt>{words.remark}</dt>
            <dd>
              {remark.code}
              {remark.words !== null && <div className="second">{remark.words}</div>}
            </dd>
          </>
        )}
        {problem !== null && (
          <>
            <dt>{words.problem}</dt>
            <dd>
              {problem}
              {advice !== null && <div className="meta">{advice}</div>}
            </dd>
          </>
        )}
      </dl>
      <CopyAttempts copy={copy} />
    </article>
  );
}
