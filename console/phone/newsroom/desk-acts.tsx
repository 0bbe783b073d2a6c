import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { AskFirst } from '../kit/ask-first.tsx';
import { momentOf } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { Trouble } from '../kit/parts.tsx';
import { useAct } from '../kit/use-act.ts';
import type { DeskAct } from './desk-may.ts';
import { forgetChangesTo } from './draft.ts';
import { ScheduleSheet } from './schedule-sheet.tsx';

/** What is done with a text in the house besides signing it: taken back, put aside or taken up again, published now, given its time or kept ready. `acts`: those that are this person's. */
export default function DeskActs({
  story,
  acts,
  again,
}: {
  story: StoryView;
  acts: readonly DeskAct[];
  again: () => void;
}) {
  const { run, busy, problem } = useAct();
  const [scheduling, setScheduling] = useState(false);
  const has = (act: DeskAct): boolean => acts.includes(act);
  const send = async (noun: 'take-backs' | 'discards' | 'recoveries'): Promise<void> => {
    const done = await run('POST', `/stories/${story.id}/${noun}`, {});
    if (done && noun === 'discards') await forgetChangesTo(story.id, session.me.get()?.personId ?? '');
    // Where it was not done either: a colleague may have been quicker, and the page shows it.
    again();
  };
  const publish = async (): Promise<void> => {
    await run('PUT', `/stories/${story.id}/schedule`, { publishAt: null, held: false });
    again();
  };
  return (
    <section class="part">
      <h2>{say('desk.title')}</h2>
      <Outlook story={story} />
      {problem && <Trouble problem={problem} />}
      <div class="form">
        {has('publish') && (
          <AskFirst
            act={say('schedule.publish')}
            sure={say('schedule.publish.sure')}
            look="btn primary wide"
            busy={busy}
            go={() => void publish()}
          />
        )}
        {has('schedule') && (
          <button type="button" class="btn wide" disabled={busy} onClick={() => setScheduling(true)}>
            {say('schedule.title')}
          </button>
        )}
        {has('take-back') && (
          <AskFirst
            act={say('desk.take-back')}
            sure={say('desk.take-back.sure')}
            look="btn wide"
            busy={busy}
            go={() => void send('take-backs')}
          />
        )}
        {has('recover') && (
          <button type="button" class="btn wide" disabled={busy} onClick={() => void send('recoveries')}>
            {say('desk.recover')}
          </button>
        )}
        {has('discard') && (
          <AskFirst
            act={say('desk.discard')}
            sure={say('desk.discard.sure')}
            look="plain"
            busy={busy}
            go={() => void send('discards')}
          />
        )}
      </div>
      {scheduling && (
        <ScheduleSheet
          story={story}
          close={() => setScheduling(false)}
          done={() => {
            setScheduling(false);
            again();
          }}
        />
      )}
    </section>
  );
}

/** When it goes out, where that is settled. */
function Outlook({ story: { publishAt, publishHeld } }: { story: StoryView }) {
  if (publishHeld) return <p class="meta">{say('schedule.held')}</p>;
  return publishAt === null ? null : <p class="meta">{say('schedule.goes', { time: momentOf(publishAt) })}</p>;
}
