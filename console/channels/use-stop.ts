import { App } from 'antd';
import type { CopyView } from '@xiangyin/server/contract';
import { refresh } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { useAct } from '../kit/use-act.ts';
import { leavingTexts } from './leaving-texts.ts';

/** 叫停: keeps at home what of a story still waits for its pause, and says what was kept. */
export function useStop(): { readonly stop: (storyId: string) => Promise<void>; readonly busy: boolean } {
  const words = useWords(leavingTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<{ items: CopyView[] }>();
  const stop = async (storyId: string): Promise<void> => {
    const answer = await run('POST', `/stories/${storyId}/stops`, {});
    const kept = answer?.items.filter(({ state, problem }) => state === 'failed' && problem === 'stopped') ?? [];
    if (answer) void message.success(words.stopped(words.listed(kept.map((copy) => copy.channelName))), 6);
    await refresh();
  };
  return { stop, busy };
}
