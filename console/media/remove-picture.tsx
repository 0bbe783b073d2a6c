import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PictureView, UsesView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { refresh } from '../kit/queries.ts';
import { ReasonDialog } from '../kit/reason-dialog.tsx';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { mediaTexts } from './media-texts.ts';

/** Removes a picture that nothing shows, for good; nothing for whoever may not, and while something shows it. */
export function RemovePicture({ picture }: { picture: PictureView }) {
  const { pictures: words } = useWords(mediaTexts);
  const { message } = App.useApp();
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAct<null>();
  const may = picture.abilities.includes('picture.remove');
  const path = `/pictures/${picture.hash}`;
  const uses = useQuery({
    queryKey: ['uses', path],
    queryFn: ({ signal }) => read<UsesView>(`${path}/uses`, {}, { signal }),
    enabled: may,
  });
  if (!may || !uses.data || uses.data.items.length + uses.data.hidden > 0) return null;
  const remove = async (reason: string): Promise<boolean> => {
    if ((await run('POST', `${path}/removals`, { reason })) === undefined) return false;
    void message.success(words.removed);
    await go('/pictures');
    await refresh();
    return true;
  };
  return (
    <>
      <Button danger onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <ReasonDialog
          title={words.remove}
          hint={words.removeHint}
          label={words.removeWhy}
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
