import { App, Button } from 'antd';
import { useState } from 'react';
import type { ReturnedAddress, seenAddress } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { refresh } from '../kit/queries.ts';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { returnedTexts } from './returned-texts.ts';

/** What can be done with an address whose letters come back. */
export function ReturnedActs({ channelId, address }: { channelId: string; address: ReturnedAddress }) {
  const words = useWords(returnedTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct<Answer<typeof seenAddress> | null>();
  const [seen, setSeen] = useState<string | null>(null);
  const path = `/channels/${channelId}/returned-addresses/${address.id}`;
  const name = seen ?? address.masked;
  const look = async (): Promise<void> => setSeen((await run('POST', `${path}/looks`, {}))?.email ?? null);
  const act = async (method: 'POST' | 'DELETE', at: string, done: string): Promise<void> => {
    if ((await run(method, at, method === 'POST' ? {} : undefined)) === undefined) return;
    void message.success(done);
    await refresh();
  };
  const putBack = async (): Promise<void> => {
    const asked = { title: words.putBackAsk(name), consequence: words.putBackWill, act: words.putBack, danger: false };
    if (await confirm(asked)) await act('POST', `${path}/restorations`, words.putBackDone);
  };
  const takeOut = async (): Promise<void> => {
    const asked = { title: words.takeOutAsk(name), consequence: words.takeOutWill, act: words.takeOut };
    if (await confirm(asked)) await act('DELETE', path, words.takeOutDone);
  };
  return (
    <div className="row tight">
      {seen === null ? (
        <Button size="small" loading={busy} title={words.lookHint} onClick={() => void look()}>
          {words.look}
        </Button>
      ) : (
        <span style={{ overflowWrap: 'anywhere', userSelect: 'text' }}>{seen}</span>
      )}
      {address.isStopped && (
        <Button size="small" loading={busy} onClick={() => void putBack()}>
          {words.putBack}
        </Button>
      )}
      <Button size="small" danger loading={busy} onClick={() => void takeOut()}>
        {words.takeOut}
      </Button>
    </div>
  );
}
