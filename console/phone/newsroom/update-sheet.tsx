import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { act } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { go } from '../kit/navigate.ts';
import { newId } from '../kit/new-id.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { GrowingText } from './growing-text.tsx';

/** Begins an update: whoever wants tells residents what is new; then the text opens to be changed. */
export function UpdateSheet({ story, close }: { story: StoryView; close: () => void }) {
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // One key for this sheet: a lost answer and a second tap begin one update.
  const [key] = useState(newId);
  const submit = async () => {
    setBusy(true);
    const said = note.trim();
    try {
      await act<StoryView>('POST', `/stories/${story.id}/updates`, said === '' ? {} : { note: said }, key);
      go(`/drafts/new/${story.id}`);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error.message : say('problem.offline'));
      setBusy(false);
    }
  };
  return (
    <Sheet title={say('update.title')} close={close}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p class="meta">{say('update.how')}</p>
        <GrowingText
          id="update-note"
          class="words"
          label={say('update.note')}
          value={note}
          rows={2}
          change={(next) => setNote(next.slice(0, 300))}
        />
        <SheetEnd go={say('update.do')} close={close} busy={busy} problem={problem} />
      </form>
    </Sheet>
  );
}
