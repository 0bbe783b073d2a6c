import { Button } from 'antd';
import type { CopyView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { channelTexts } from './channel-texts.ts';

/** Leaves a copy out, or says that it cannot be taken down; nothing for whoever may not, and where nothing is to be done. */
export function GiveUpCopy({ copy, size = 'middle' }: { copy: CopyView; size?: 'small' | 'middle' }) {
  const words = useWords(channelTexts);
  const confirm = useConfirm();
  const { run, busy } = useAct<CopyView>();
  if (!copy.abilities.includes('copy.give-up')) return null;
  const stays = copy.state === 'withdrawing';
  const giveUp = async (): Promise<void> => {
    const sure = await confirm({
      title: stays ? words.cannotTakeDownAsk : words.notDoneAsk,
      consequence: stays ? words.cannotTakeDownWill : words.notDoneWill,
      act: stays ? words.cannotTakeDown : words.notDone,
    });
    if (sure && (await run('POST', `/copies/${copy.id}/surrenders`, {}))) await refresh();
  };
  return (
    <Button size={size} loading={busy} onClick={() => void giveUp()}>
      {stays ? words.cannotTakeDown : words.notDone}
    </Button>
  );
}
