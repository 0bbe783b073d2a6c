import type { StoryView, WaitingList } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { StepUpSheet } from '../access/step-up-sheet.tsx';
import { read } from '../kit/api.ts';
import { cell, useCell } from '../kit/cell.ts';
import { say, type TextKey } from '../kit/language.ts';
import { go } from '../kit/navigate.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { takeBackSignature } from './sign.ts';

/** What I decided last on this phone, while the next text is open already. */
export const lastVerdict = cell<{ readonly story: StoryView; readonly personId: string } | null>(null);

const name = (): string => `xiangyin.phone.stay.${session.me.get()?.personId ?? ''}`;
/** Whether the next text opens by itself, unless this person said otherwise on this phone. */
export const opensNext = (): boolean => localStorage.getItem(name()) !== 'yes';
export const setOpensNext = (opens: boolean): void => localStorage.setItem(name(), opens ? 'no' : 'yes');

/** Opens the next text that waits for my signature; answers whether there was one. */
export async function openNext(after: StoryView): Promise<boolean> {
  if (!opensNext()) return false;
  try {
    const { items } = await read<WaitingList>('/me/waiting');
    const next = items.find(
      ({ kind, subjectId }) => /^newsroom\.((after|withdrawal)-)?review$/.test(kind) && subjectId !== after.id,
    );
    if (!next) return false;
    lastVerdict.set({ story: after, personId: session.me.get()?.personId ?? '' });
    go(`/stories/${next.subjectId}`, { replace: true });
    return true;
  } catch {
    // Without a line what was done is said, and the way to my work stays.
    return false;
  }
}

/** What a verdict did, in a word. */
export function verdictWords(story: StoryView, step: string): TextKey {
  if (step === 'withdrawal_review') return 'signed.done';
  if (story.state === 'returned') return 'signed.returned';
  if (story.state === 'rejected') return 'signed.rejected';
  if (story.state === 'held') return 'signed.held';
  return story.state === 'done' && step !== 'after_review' ? 'signed.published' : 'signed.done';
}

/** Above the next text: what was just done to the one before, and the way to take it back. */
export function LastVerdict() {
  const last = useCell(lastVerdict);
  if (!last || last.personId !== session.me.get()?.personId) return null;
  const { story } = last;
  return (
    <div class="last-verdict" role="status">
      <span>
        {say(verdictWords(story, story.signatures[story.signatures.length - 1]?.step ?? ''))} · {story.title}
      </span>
      <TakeBack story={story} done={() => go(`/stories/${story.id}`, { replace: true })} />
    </div>
  );
}

/** Takes my latest signature back while nobody has acted on it, and opens the text again. */
export function TakeBack({ story, done }: { story: StoryView; done: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  if (!story.mayTakeBack) return null;
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await takeBackSignature(story);
      setBusy(false);
      if (answer.outcome === 'confirm') return setConfirming(true);
      lastVerdict.set(null);
      done();
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error.message : say('passkey.failed'));
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="btn small" disabled={busy} onClick={() => void run()}>
        {say('signed.take-back')}
      </button>
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      {confirming && (
        <StepUpSheet
          close={() => setConfirming(false)}
          done={() => {
            setConfirming(false);
            void run();
          }}
        />
      )}
    </>
  );
}
