import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { HookView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { hookTexts } from './hook-texts.ts';

/** Where a hook is kept: with the duties of places, or with what is one's own. */
export type HookPath = '/notice-hooks' | '/me/notice-hooks';

/** Sends a test, and removes. */
export function HookActs({ hook, path }: { hook: HookView; path: HookPath }) {
  const words = useWords(hookTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const test = useAct<HookView>();
  const removal = useAct<null>();
  const watch = useWatch(hook);
  const send = async (): Promise<void> => {
    if (!(await test.run('POST', `${path}/${hook.id}/tests`, {}))) return;
    void message.success(words.tested);
    watch();
    await refresh();
  };
  const drop = async (): Promise<void> => {
    const title = words.dropTitle(hook.name);
    if (!(await confirm({ title, consequence: words.dropSure, act: words.drop }))) return;
    if ((await removal.run('DELETE', `${path}/${hook.id}`)) === undefined) return;
    void message.success(words.dropped);
    await refresh();
  };
  return (
    <span className="row" style={{ gap: 4 }}>
      <Button size="small" loading={test.busy || hook.waiting > 0} onClick={() => void send()}>
        {words.test}
      </Button>
      <Button size="small" type="text" loading={removal.busy} onClick={() => void drop()}>
        {words.drop}
      </Button>
    </span>
  );
}

// The worker sends the test, and the answer takes a moment.
function useWatch({ waiting }: HookView): () => void {
  const [isWatching, setWatching] = useState(false);
  const isUnderWay = waiting > 0;
  useEffect(() => {
    if (!isWatching || !isUnderWay) return undefined;
    const timer = setInterval(() => void refresh(), 1_500);
    return () => clearInterval(timer);
  }, [isWatching, isUnderWay]);
  return () => setWatching(true);
}
