import type { CopyView } from '@xiangyin/server/contract';
import { AskFirst } from '../kit/ask-first.tsx';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';

/** Leaves a copy out, or says that it cannot be taken down; nothing for whoever may not, and where nothing is to be done. */
export function GiveUpCopy({ copy, again }: { copy: CopyView; again: () => void }) {
  const { run, busy, problem } = useAct();
  const stays = copy.state === 'withdrawing';
  if (!copy.abilities.includes('copy.give-up')) return null;
  const giveUp = async (): Promise<void> => {
    if (await run('POST', `/copies/${copy.id}/surrenders`, {})) again();
  };
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <AskFirst
        key={copy.state}
        act={say(stays ? 'copy.stays' : 'copy.leave-out')}
        sure={say(stays ? 'copy.stays.sure' : 'copy.leave-out.sure')}
        look="plain"
        busy={busy}
        go={() => void giveUp()}
      />
    </>
  );
}
