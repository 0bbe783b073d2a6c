import { App, Button } from 'antd';
import { kitTexts } from '../../kit-texts.ts';
import { newKey } from '../../new-key.ts';
import { refresh } from '../../queries.ts';
import { useWords } from '../../texts.ts';
import { useAct } from '../../use-act.ts';
import type { RowAct, RowOutcome } from './many-spec.ts';

/** Sends a batch, and for a while offers to take back what can be. */
export function useBatch({ path, backSeconds = 30 }: { path: string; backSeconds?: number }): {
  run(acts: readonly RowAct[], what: string): Promise<readonly RowOutcome[] | undefined>;
  readonly busy: boolean;
} {
  const words = useWords(kitTexts).many;
  const { message, notification } = App.useApp();
  const { run: send, busy } = useAct<{ items: RowOutcome[] }>();
  const takeBack = async (acts: readonly RowAct[]): Promise<void> => {
    const answer = await send('POST', path, { acts });
    if (!answer) return;
    await refresh();
    const done = answer.items.filter((one) => one.done).length;
    const [refused] = answer.items.filter((one) => !one.done);
    if (refused) void message.warning(words.backSome(done, answer.items.length, refused.title ?? ''), 8);
    else void message.success(words.backDone(done));
  };
  const tell = (items: readonly RowOutcome[], what: string): void => {
    const done = items.filter((one) => one.done).length;
    const backs = items.flatMap((one) => one.back ?? []);
    if (done === 0) return;
    if (backs.length === 0) return void message.success(words.did(what, done));
    const key = newKey();
    notification.success({
      key,
      title: words.did(what, done),
      description: backs.length < done ? words.backOnly(backs.length) : undefined,
      duration: backSeconds,
      role: 'status',
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key);
            void takeBack(backs);
          }}
        >
          {words.back}
        </Button>
      ),
    });
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
