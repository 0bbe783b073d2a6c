import { App, Button } from 'antd';
import { useState } from 'react';
import type { CopyView } from '@xiangyin/server/contract';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { ReasonDialog } from '../kit/reason-dialog.tsx';
import { channelsTexts } from './channels-texts.ts';

/** Lets the other words that were seen at a copy's place stand; nothing for whoever may not, and for a copy that shows what was signed. */
export function AcceptWords({ copy }: { copy: CopyView }) {
  const words = useWords(channelsTexts);
  const { message } = App.useApp();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAct<CopyView>();
  if (!copy.abilities.includes('copy.accept-words')) return null;
  const accept = async (reason: string): Promise<boolean> => {
    if (!(await run('POST', `/copies/${copy.id}/acceptances`, { hashSeen: copy.hashSeen, reason }))) return false;
    void message.success(words.accepted);
    await refresh();
    return true;
  };
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {words.accept}
      </Button>
      {asking && (
        <ReasonDialog
          title={words.accept}
          hint={words.acceptHint}
          label={words.acceptWhy}
          longest={300}
          busy={busy}
          onClose={() => setAsking(false)}
          onGive={({ reason = '' }) => accept(reason)}
        />
      )}
    </>
  );
}
