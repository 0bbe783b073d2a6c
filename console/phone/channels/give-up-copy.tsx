import type { CopyView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';

/** Leaves a copy out, or says that it cannot be taken down; nothing for whoever may not, and where nothing is to be done. */
export function GiveUpCopy({ copy, again }: { copy: CopyView; again: () => void }) {
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = useAct();
  const stays = copy.state === 'withdrawing';
  if (!copy.abilities.includes('copy.give-up')) return null;
  const act = say(stays ? 'copy.stays' : 'copy.leave-out');
  if (!asked)
    return (
      <button type="button" class="plain" onClick={() => setAsked(true)}>
        {act}
      </button>
    );
  const giveUp = async () => {
    if (await run('POST', `/copies/${copy.id}/surrenders`, {})) {
      setAsked(false);
      again();
    }
  };
  return (
    <div class="note due" role="alert">
      <p>{problem?.message ?? say(stays ? 'copy.stays.sure' : 'copy.leave-out.sure')}</p>
      <div class="two">
        <button type="button" class="btn" onClick={() => setAsked(false)}>
          {say('stay')}
        </button>
        <button type="button" class="btn" disabled={busy} onClick={() => void giveUp()}>
          {act}
        </button>
      </div>
    </div>
  );
}
