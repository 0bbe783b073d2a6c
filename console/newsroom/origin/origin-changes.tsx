import { App, Button } from 'antd';
import type { OriginView, StoryView } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { originTexts } from './origin-texts.ts';
import { useOrigins } from './use-origins.ts';

/** What changed where a contributed story comes from and waits for the desk, with what can be done about it. */
export function OriginChanges({ story }: { story: StoryView }) {
  return useOrigins(story.id)
    .filter((one) => one.correction !== null || one.withdrawnAt !== null)
    .map((one) => <Change key={one.id} story={story} origin={one} />);
}

function Change({ story, origin }: { story: StoryView; origin: OriginView }) {
  const words = useWords(originTexts);
  const times = useTimes();
  const { correction, withdrawnAt, publisher } = origin;
  const mayFollow = story.state === 'done' && story.abilities.includes('story.correct');
  return (
    <div className="notice due stack" style={{ gap: 8 }}>
      {correction && (
        <p>
          {words.corrected(publisher, times.at(correction.receivedAt))}
          {correction.words && ` ${words.note(correction.words)}`} <a href={correction.page}>{words.seeCorrected}</a>
        </p>
      )}
      {withdrawnAt && <p>{words.withdrawn(publisher, times.at(withdrawnAt))}</p>}
      {correction && !origin.moves.includes('take') && mayFollow && <p className="second">{words.beginFirst}</p>}
      <Settle origin={origin} />
    </div>
  );
}

function Settle({ origin: { id, moves, correction } }: { origin: OriginView }) {
  const words = useWords(originTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct();
  const settle = async (how: 'take' | 'leave'): Promise<void> => {
    const ask = { title: words.takeAsk, consequence: words.takeWill, act: words.take, danger: false };
    if (how === 'take' && !(await confirm(ask))) return;
    const request = { how, edition: correction?.edition ?? null };
    if (!(await run('POST', `/contributions/${id}/settlements`, request))) return;
    void message.success(how === 'take' ? words.taken : words.left);
    await refresh();
  };
  if (moves.length === 0) return null;
  return (
    <div className="row">
      {moves.includes('take') && (
        <Button size="small" type="primary" loading={busy} onClick={() => void settle('take')}>
          {words.take}
        </Button>
      )}
      <Button size="small" loading={busy} onClick={() => void settle('leave')}>
        {words.leave}
      </Button>
    </div>
  );
}
