import type { CopyReceipt, ReceiptsPageProps } from '@xiangyin/server/contract';
import { langOf, type Here } from '../here.ts';
import { Empty } from '../shell/empty.tsx';
import type { View } from '../view.ts';

/** Every copy of a text with its receipt; "arrived" only where the receiver said so. */
export const receipts: View<ReceiptsPageProps> = {
  head: (props, { t }) => ({ title: `${t.channels.receipts.title} · ${props.story.title}`, isPrivate: true }),
  Body: ({ props, here }) => {
    const { t, format } = here;
    const words = t.channels.receipts;
    const { story, edition } = props;
    return (
      <div class="wrap page">
        <h1>{words.title}</h1>
        <p class="deck" {...langOf(here, story.language)}>
          <a href={here.to(`/stories/${story.slug}`)}>{story.title}</a>
        </p>
        <p>{words.lead}</p>
        {props.withdrawnAt && <p class="ended">{words.withdrawn(format.dayTime(props.withdrawnAt))}</p>}
        <p>
          {(props.withdrawnAt ? words.last : words.now)(edition.number, format.dayTime(edition.at))}{' '}
          <code class="hash">{edition.fingerprint}</code>
        </p>
        {props.copies.length === 0 ? <Empty text={words.none} /> : <Copies here={here} props={props} />}
        <p class="back">
          <a href={here.to(`/stories/${story.slug}`)}>{words.back}</a>
        </p>
      </div>
    );
  },
};

function Copies({ here, props }: { here: Here; props: ReceiptsPageProps }) {
  const words = here.t.channels.receipts;
  const columns = [words.channel, words.edition, words.state, words.time, words.fingerprint];
  return (
    <table class="table">
      <caption class="unseen">{words.caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.copies.map((copy) => (
          <tr key={`${copy.channelName} ${copy.edition}`}>
            <th scope="row">{copy.href ? <a href={copy.href}>{copy.channelName}</a> : copy.channelName}</th>
            <td data-label={words.edition}>{copy.edition}</td>
            <td data-label={words.state}>
              <span class={`tag ${tints[copy.state]}`}>{words.states[copy.state]}</span>
            </td>
            <td data-label={words.time}>
              <time dateTime={copy.at}>{here.format.dayTime(copy.at)}</time>
            </td>
            <td data-label={words.fingerprint}>{seen(here, copy, props.edition.fingerprint)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const tints: Record<CopyReceipt['state'], string> = {
  confirmed: 'tag-ok',
  accepted: 'tag-info',
  waiting: 'tag-due',
  failed: 'tag-hot',
  drifted: 'tag-hot',
  missing: 'tag-hot',
  withdrawing: 'tag-due',
  withdrawn: '',
  followed: 'tag-due',
  stays: 'tag-hot',
  replaced: '',
  passed: '',
};

function seen(here: Here, { fingerprintSeen, uncompared }: CopyReceipt, valid: string) {
  const words = here.t.channels.receipts;
  if (fingerprintSeen === null) return uncompared ? words.uncompared[uncompared] : words.noFingerprint;
  const compared = fingerprintSeen === valid ? words.same : words.different;
  return (
    <>
      <code>{fingerprintSeen.slice(0, 8)}</code> {uncompared ? words.uncompared[uncompared] : compared}
    </>
  );
}
