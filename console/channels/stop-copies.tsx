import { Button } from 'antd';
import type { CopyView } from '@xiangyin/server/contract';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';
import { leavingTexts } from './leaving-texts.ts';
import { useStop } from './use-stop.ts';

/** On a story's page: what still waits for its pause, and the stop. */
export function StopCopies({ storyId, copies }: { storyId: string; copies: readonly CopyView[] }) {
  const words = useWords(channelTexts);
  const leaving = useWords(leavingTexts);
  const mayStop = useMaySomewhere('copy.give-up');
  const { stop, busy } = useStop();
  const waiting = copies.filter((copy) => copy.waitsFor === 'pause');
  if (waiting.length === 0 || !mayStop) return null;
  return (
    <div className="notice due row apart">
      <span>{words.stillHere(leaving.listed(waiting.map((copy) => copy.channelName)))}</span>
      <Button danger loading={busy} onClick={() => void stop(storyId)}>
        {leaving.stop}
      </Button>
    </div>
  );
}
