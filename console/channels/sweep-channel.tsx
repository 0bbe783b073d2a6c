import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import type { ChannelView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { channelTexts } from './channel-texts.ts';

/** All that did not arrive in a channel: to be sent again or given up, as one act; nothing for whoever may not. `more`: another way, beside these. */
export function SweepChannel({
  channel,
  more,
  onDone,
}: {
  channel: ChannelView;
  more?: ReactNode;
  onDone?: () => void;
}) {
  const words = useWords(channelTexts);
  const confirm = useConfirm();
  const sweep = useSweep(channel);
  if (channel.troubled === 0 || !channel.abilities.includes('channel.sweep')) return null;
  const giveUp = async (): Promise<void> => {
    const sure = await confirm({
      title: words.giveUpAllAsk(channel.troubled),
      consequence: words.giveUpAllWill,
      act: words.giveUpAll,
    });
    if (sure && (await sweep.run('surrenders', 'troubled'))) onDone?.();
  };
  return (
    <div className="notice due" style={{ marginBottom: 16 }}>
      <p>
        {words.troubled(channel.troubled)}
        {channel.owed > 0 && ` · ${words.owed(channel.owed)}`}
      </p>
      <div className="row">
        {channel.isOn && (
          <Button
            size="small"
            loading={sweep.busy}
            onClick={() => void sweep.run('retries', 'troubled').then((done) => done && onDone?.())}
          >
            {words.retryAll}
          </Button>
        )}
        <Button size="small" loading={sweep.busy} onClick={() => void giveUp()}>
          {words.giveUpAll}
        </Button>
        {more}
      </div>
    </div>
  );
}

/** Sends everything of a channel again, or gives it up; says how many copies that were. */
export function useSweep({ id }: { id: string }): {
  run: (how: 'retries' | 'surrenders', of: 'owed' | 'troubled') => Promise<boolean>;
  busy: boolean;
} {
  const words = useWords(channelTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<{ copies: number }>();
  return {
    busy,
    run: async (how, of) => {
      const done = await run('POST', `/channels/${id}/${how}`, { of });
      if (done) void message.success(how === 'retries' ? words.sentAll(done.copies) : words.gaveUpAll(done.copies));
      await refresh();
      return done !== undefined;
    },
  };
}
