import { App, Button } from 'antd';
import type { CopyView } from '@xiangyin/server/contract';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { channelTexts } from './channel-texts.ts';

/** 叫停: keeps at home what still waits for its pause. */
export function StopCopies({ storyId, copies }: { storyId: string; copies: readonly CopyView[] }) {
  const words = useWords(channelTexts);
  const { message } = App.useApp();
  const mayStop = useMaySomewhere('copy.give-up');
  const { run, busy } = useAct<{ items: CopyView[] }>();
  const waiting = copies.filter((copy) => copy.waitsFor === 'pause');
  if (waiting.length === 0 || !mayStop) return null;
  const stop = async (): Promise<void> => {
    if (await run('POST', `/stories/${storyId}/stops`, {})) void message.success(words.stopped);
    await refresh();
  };
  return (
    <div className="notice due row apart">
      <span>{words.stillHere(waiting.map((copy) => copy.channelName).join('、'))}</span>
      <Button danger loading={busy} onClick={() => void stop()}>
        {words.stop}
      </Button>
    </div>
  );
}
