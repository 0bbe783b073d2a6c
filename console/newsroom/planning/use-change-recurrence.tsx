import { App, Button } from 'antd';
import type { IdeaView, RecurrenceChangedView, RecurrenceChangeRequest } from '@xiangyin/server/contract';
import type { Problem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { repeatTexts } from './repeat-texts.ts';

const key = 'recurrence';
const undoSeconds = 30;

/** Changes many dates of a recurring idea, says how many, and offers to take it back. Answers whether it was done. */
export function useChangeRecurrence(onProblem?: (problem: Problem) => boolean) {
  const words = useWords(repeatTexts);
  const { notification, message } = App.useApp();
  const { run, busy } = useAct<RecurrenceChangedView>(onProblem ? { onProblem } : {});
  const send = (idea: IdeaView, change: Omit<RecurrenceChangeRequest, 'version' | 'recurrenceVersion'>) =>
    run('POST', `/ideas/${idea.id}/recurrence-changes`, {
      ...change,
      version: idea.version,
      recurrenceVersion: idea.recurrence?.version ?? 1,
    });
  const takeBack = async ({ idea, undo }: RecurrenceChangedView): Promise<void> => {
    notification.destroy(key);
    if (!undo || !(await send(idea, undo))) return;
    void message.success(words.undone);
    await refresh();
  };
  const change = async (
    idea: IdeaView,
    wanted: Omit<RecurrenceChangeRequest, 'version' | 'recurrenceVersion'>,
  ): Promise<boolean> => {
    const done = await send(idea, wanted);
    if (!done) return false;
    notification.success({
      key,
      title: words.done(done.changed, done.made, done.dropped, done.kept),
      placement: 'top',
      duration: done.undo ? undoSeconds : 5,
      actions: done.undo ? (
        <Button size="small" onClick={() => void takeBack(done)}>
          {words.undo}
        </Button>
      ) : undefined,
    });
    await refresh();
    return true;
  };
  return { change, busy };
}
