import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ChannelView, ChannelWithSecret } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useConfirm } from '../kit/confirm.ts';
import { refresh } from '../kit/queries.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { channelTexts } from './channel-texts.ts';
import { useProblemWords } from './copy-words.ts';

/** Tries a channel, and changes the secret by which it knows us, where the program makes it. */
export function TryChannel({ channel, onSecret }: { channel: ChannelView; onSecret: (secret: string) => void }) {
  const words = useWords(channelTexts);
  const confirm = useConfirm();
  const isMadeHere = channel.secret === 'made' || channel.secret === 'kept';
  const tries = useAct<ChannelView>();
  const renewal = useAct<ChannelWithSecret>();
  const seen = useQuery({
    queryKey: ['channels', channel.id],
    initialData: channel,
    // The worker sends it, and its answer takes a moment.
    refetchInterval: (query) => (query.state.data?.isTesting || query.state.data?.test === null ? 1_000 : false),
    queryFn: ({ signal }) => read<ChannelView>(`/channels/${channel.id}`, {}, { signal }),
  });
  const test = async (): Promise<void> => {
    if (await tries.run('POST', `/channels/${channel.id}/tests`, {})) await seen.refetch();
  };
  const renew = async (): Promise<void> => {
    const sure = await confirm({
      title: words.renewAsk,
      consequence: channel.secret === 'made' ? words.renewWill : words.renewKeptWill,
      act: words.renew,
      danger: false,
    });
    const renewed = sure
      ? await renewal.run('POST', `/channels/${channel.id}/secrets`, { version: seen.data.version })
      : undefined;
    await refresh();
    if (renewed?.secret) onSecret(renewed.secret);
  };
  if (!channel.hasTest && !isMadeHere) return null;
  return (
    <div className="stack" style={{ gap: 8, marginBottom: 16 }}>
      <div className="row">
        {channel.hasTest && (
          <Button loading={tries.busy || seen.data.isTesting} onClick={() => void test()}>
            {words.test}
          </Button>
        )}
        {isMadeHere && (
          <Button loading={renewal.busy} onClick={() => void renew()}>
            {channel.secret === 'made' ? words.renew : words.renewKept}
          </Button>
        )}
      </div>
      <TestResult channel={seen.data} />
    </div>
  );
}

function TestResult({ channel: { test, isTesting } }: { channel: ChannelView }) {
  const words = useWords(channelTexts);
  const times = useTimes();
  const problemOf = useProblemWords();
  if (isTesting) return <p className="meta">{words.testing}</p>;
  if (!test) return null;
  return (
    <p role="status">
      <Tag tone={test.problem === null ? 'ok' : 'hot'}>{test.problem === null ? words.testGood : words.testBad}</Tag>{' '}
      <span className="second">
        {[
          test.problem === null ? '' : problemOf(test.problem),
          test.status === null ? '' : String(test.status),
          words.took(test.tookMilliseconds),
          times.at(test.at),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  );
}
