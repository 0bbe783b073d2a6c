import { App } from 'antd';
import { kitTexts } from '../../kit-texts.ts';
import { refresh } from '../../queries.ts';
import { useWords } from '../../texts.ts';
import { useAct } from '../../use-act.ts';
import type { RowAct, RowOutcome } from './many-spec.ts';
import { useTakeBack } from './use-take-back.tsx';

/** Sends a batch, and for a while offers to take back what can be. */
export function useBatch({ path, backSeconds }: { path: string; backSeconds?: number }): {
  run(acts: readonly RowAct[], what: string): Promise<readonly RowOutcome[] | undefined>;
  readonly busy: boolean;
} {
  const words = useWords(kitTexts).many;
  const { message } = App.useApp();
  const { run: send, busy } = useAct<{ items: RowOutcome[] }>();
  const { offer } = useTakeBack(backSeconds === undefined ? { path } : { path, backSeconds });
  const tell = (items: readonly RowOutcome[], what: string): void => {
    const done = items.filter((one) => one.done).length;
    const backs = items.flatMap((one) => one.back ?? []);
    if (done === 0) return;
    if (backs.length === 0) return void message.success(words.did(what, done));
    offer(words.did(what, done), backs, backs.length < done ? words.backOnly(backs.length) : undefined);
  };
  return {
    busy,
    run: async (acts, what) => {
      const answer = await send('POST', path, { acts });
      if (!answer) return undefined;
      tell(answer.items, what);
      await refresh();
      return answer.items;
    },
  };
}
