import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { UsesView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { refresh } from '../kit/queries.ts';
import { ReasonDialog } from '../kit/reason-dialog.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { mediaTexts } from './media-texts.ts';

/** Removes a picture or a material that nothing uses, for good; nothing for whoever may not, and while something uses it. `path`: its own in the API. */
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
  const may = abilities.includes(`${of}.remove`);
  const uses = useQuery({
    queryKey: ['uses', path],
    queryFn: ({ signal }) => read<UsesView>(`${path}/uses`, {}, { signal }),
    enabled: may,
  });
  if (!may || !uses.data || uses.data.items.length + uses.data.hidden > 0) return null;
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
