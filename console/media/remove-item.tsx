import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { refresh } from '../kit/queries.ts';
import { ReasonDialog } from '../kit/reason-dialog.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { mediaTexts } from './media-texts.ts';

/** Removes a picture or a material that nothing uses, for good; nothing for whoever may not. `path`: its own in the API. What still uses it, the refusal names. */
export function RemoveItem({
  of,
  path,
  abilities,
}: {
  of: 'picture' | 'material';
  path: string;
  abilities: readonly string[];
}) {
  const { removal: words } = useWords(mediaTexts);
  const { message } = App.useApp();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAct<null>();
  if (!abilities.includes(`${of}.remove`)) return null;
  const remove = async (reason: string): Promise<boolean> => {
    if ((await run('POST', `${path}/removals`, { reason })) === undefined) return false;
    void message.success(words.done);
    await go(`/${of}s`);
    await refresh();
    return true;
  };
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {words.act}
      </Button>
      {asking && (
        <ReasonDialog
          title={words.act}
          hint={words.hints[of]}
          label={words.why}
          longest={300}
          danger
          busy={busy}
          onClose={() => setAsking(false)}
          onGive={({ reason = '' }) => remove(reason)}
        />
      )}
    </>
  );
}
