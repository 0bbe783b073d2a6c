import type { SubmissionWhole } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { say } from '../kit/language.ts';
import { useAct } from '../kit/use-act.ts';
import { StoryChoice } from './story-choice.tsx';

/** Joins a submission to another story, saying what happens to both. */
export function MergeSheet({
  submission,
  close,
  done,
}: {
  submission: SubmissionWhole;
  close: () => void;
  done: () => void;
}) {
  const [into, setInto] = useState<string | null>(null);
  const [appends, setAppends] = useState(true);
  const { run, busy, problem } = useAct();
  const merge = async (): Promise<void> => {
    if (await run('POST', `/submissions/${submission.id}/merges`, { storyId: into, append: appends })) done();
  };
  return (
    <Sheet title={say('merge.title')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void merge();
        }}
      >
        <p class="meta">{say('merge.will', { title: submission.title || say('stories.untitled') })}</p>
        <StoryChoice
          label={say('merge.into')}
          query={{}}
          fits={({ id, state }) => id !== submission.id && state !== 'discarded' && state !== 'rejected'}
          chosen={into}
          choose={({ id }) => setInto(id)}
        />
        <div>
          <label class="choice">
            <input
              type="checkbox"
              checked={appends}
              onChange={({ currentTarget }) => setAppends(currentTarget.checked)}
            />{' '}
            {say('merge.append')}
          </label>
          <p class="meta">{say('merge.append.hint')}</p>
        </div>
        <SheetEnd
          go={say('merge.do')}
          close={close}
          busy={busy}
          ready={into !== null}
          problem={problem?.message ?? null}
        />
      </form>
    </Sheet>
  );
}
