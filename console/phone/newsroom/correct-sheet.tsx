import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { CorrectionPlan } from '../channels/correction-plan.tsx';
import { say } from '../kit/language.ts';
import { go } from '../kit/navigate.ts';
import { useAct } from '../kit/use-act.ts';
import { GrowingText } from './growing-text.tsx';

/** Begins a correction by saying, for residents, what was wrong; then the text opens to be changed. */
export function CorrectSheet({ story, close }: { story: StoryView; close: () => void }) {
  const [note, setNote] = useState(story.failedReview?.reason.slice(0, 300) ?? '');
  const [asked, setAsked] = useState(false);
  const { run, busy, problem } = useAct();
  const submit = async () => {
    setAsked(true);
    if (note.trim() === '') return document.getElementById('correct-note')?.focus();
    if (await run<StoryView>('POST', `/stories/${story.id}/corrections`, { note: note.trim() }))
      go(`/drafts/new/${story.id}`);
  };
  return (
    <Sheet title={say('correct.title')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p class="meta">{say('correct.how')}</p>
        <CorrectionPlan storyId={story.id} turn="correct" />
        <GrowingText
          id="correct-note"
          class="words"
          label={say('correct.note')}
          value={note}
          rows={2}
          invalid={asked && note.trim() === ''}
          change={(next) => setNote(next.slice(0, 300))}
        />
        {asked && note.trim() === '' && (
          <p class="note hot" role="alert">
            {say('correct.missing')}
          </p>
        )}
        <SheetEnd go={say('correct.do')} close={close} busy={busy} problem={problem?.message ?? null} />
      </form>
    </Sheet>
  );
}
