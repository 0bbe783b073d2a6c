import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { say } from '../kit/language.ts';
import { go } from '../kit/navigate.ts';
import { useAct } from '../kit/use-act.ts';
import { GrowingText } from './growing-text.tsx';

/** Begins an update: whoever wants tells residents what is new; then the text opens to be changed. */
export function UpdateSheet({ story, close }: { story: StoryView; close: () => void }) {
  const [note, setNote] = useState('');
  const { run, busy, problem } = useAct();
  const submit = async () => {
    const said = note.trim();
    if (await run<StoryView>('POST', `/stories/${story.id}/updates`, said === '' ? {} : { note: said }))
      go(`/drafts/new/${story.id}`);
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
        <SheetEnd go={say('update.do')} close={close} busy={busy} problem={problem?.message ?? null} />
      </form>
    </Sheet>
  );
}
