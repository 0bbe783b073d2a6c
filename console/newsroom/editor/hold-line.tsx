import { Button } from 'antd';
import { useEffect } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { storyChanged } from '../use-story.ts';

/** Who has the text in hand, since when. Opening the editor takes it up when nobody has it. */
export function HoldLine({ story }: { story: StoryView }) {
  const words = useWords(newsroomTexts);
  const times = useTimes();
  const { personId } = useMe();
  const { run, busy } = useAct<StoryView>();
  const { id, holder } = story;
  const mayHold = story.abilities.includes('story.edit');
  const free = holder === null;
  useEffect(() => {
    if (!free || !mayHold) return;
    // Another may be quicker; then the line below says who.
    act<StoryView>('POST', `/stories/${id}/holds`, { over: false }).then(storyChanged, () => undefined);
  }, [free, mayHold, id]);
  const layDown = () => void run('DELETE', `/stories/${id}/holds`).then((after) => after && storyChanged(after));
  const takeOver = () =>
    void run('POST', `/stories/${id}/holds`, { over: true }).then((after) => after && storyChanged(after));
  if (holder === null) return null;
  if (holder.id === personId)
    return (
      <p className="row apart meta">
        <span>
          {words.heldByMe} · {times.at(holder.since)}
        </span>
        <Button size="small" type="text" loading={busy} onClick={layDown}>
          {words.editor.layDown}
        </Button>
      </p>
    );
  return (
    <div className="notice due row apart" role="status">
      <span>
        <strong>{words.editor.heldTitle(holder.name)}</strong> {words.editor.heldHint(times.at(holder.since))}
      </span>
      {mayHold && (
        <Button loading={busy} onClick={takeOver}>
          {words.editor.takeOver}
        </Button>
      )}
    </div>
  );
}
