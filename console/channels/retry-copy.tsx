import { App, Button } from 'antd';
import type { CopyView } from '@xiangyin/server/contract';
import { LinkButton } from '../kit/link-button.tsx';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { channelsTexts } from './channels-texts.ts';

/** The next act with a copy: bring it there by hand, or have tried again what can be tried, under its name; nothing for whoever may not. */
export function RetryCopy({ copy }: { copy: CopyView }) {
  const words = useWords(channelsTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<CopyView>();
  if (copy.abilities.includes('copy.bring'))
    return (
      <LinkButton size="small" to={`/copies/${copy.id}`}>
        {copy.state === 'withdrawing' ? words.takeDown : words.bring}
      </LinkButton>
    );
  const { retry: what } = copy;
  if (what === null || !copy.abilities.includes('copy.retry')) return null;
  const retry = async (): Promise<void> => {
    if (!(await run('POST', `/copies/${copy.id}/retries`, {}))) return;
    void message.success(words.retried[what]);
    await refresh();
  };
  return (
    <Button size="small" loading={busy} onClick={() => void retry()}>
      {words.retries[what]}
    </Button>
  );
}
