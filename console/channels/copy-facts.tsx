import { fingerprint } from '@xiangyin/document';
import type { CopyView } from '@xiangyin/server/contract';
import { useTag } from '../kit/language.ts';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { channelsTexts } from './channels-texts.ts';
import { CopyAttempts } from './copy-attempts.tsx';
import { useCopyWords } from './copy-words.ts';
import { Screen } from './screen.tsx';

/** The receipt of a copy: its address, what was sent and what was seen back, what it met with, and every try. */
export function CopyFacts({ copy }: { copy: CopyView }) {
  const words = useWords(channelsTexts);
  const times = useTimes();
  const number = new Intl.NumberFormat(useTag());
  const { problem, advice, remark } = useCopyWords()(copy);
  return (
    <>
      <dl className="facts" style={{ marginTop: 8 }}>
        <dt>{words.address}</dt>
        <dd>{copy.address ? <a href={copy.address}>{copy.address}</a> : words.noReceipt}</dd>
        {copy.pictureHash !== null && (
          <>
            <dt>{words.screenshot}</dt>
            <dd>
              <Screen hash={copy.pictureHash} />
            </dd>
          </>
        )}
        {copy.formerReceipts.length > 0 && (
          <>
            <dt>{words.mended}</dt>
            <dd>
              {copy.formerReceipts.map((former) => (
                <Former key={former.until} former={former} />
              ))}
            </dd>
          </>
        )}
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
    </>
  );
}

/** What whoever brought it there said before they mended it. */
function Former({ former: { address, pictureHash, until } }: { former: CopyView['formerReceipts'][number] }) {
  const words = useWords(channelsTexts);
  const times = useTimes();
  return (
    <div>
      {address ?? words.noAddress}
      <div className="meta">{words.untilThen(times.at(until))}</div>
      {pictureHash !== null && <Screen hash={pictureHash} />}
    </div>
  );
}
