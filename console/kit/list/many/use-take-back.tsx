import { App, Button } from 'antd';
import { kitTexts } from '../../kit-texts.ts';
import { newKey } from '../../new-key.ts';
import { refresh } from '../../queries.ts';
import { useWords } from '../../texts.ts';
import { useAct } from '../../use-act.ts';
import type { RowAct, RowOutcome } from './many-spec.ts';

/** Says that something was done and offers for a while to take it back, by the acts that do so. */
export function useTakeBack({ path, backSeconds = 30 }: { path: string; backSeconds?: number }): {
  offer(title: string, backs: readonly RowAct[], description?: string): void;
} {
  const words = useWords(kitTexts).many;
  const { message, notification } = App.useApp();
  const { run: send } = useAct<{ items: RowOutcome[] }>();
  const takeBack = async (acts: readonly RowAct[]): Promise<void> => {
    const answer = await send('POST', path, { acts });
    if (!answer) return;
    await refresh();
    const done = answer.items.filter((one) => one.done).length;
    const [refused] = answer.items.filter((one) => !one.done);
    if (refused) void message.warning(words.backSome(done, answer.items.length, refused.title ?? ''), 8);
    else void message.success(words.backDone(done));
  };
  return {
    offer: (title, backs, description) => {
      const key = newKey();
      notification.success({
        key,
        title,
        description,
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
    },
  };
}
