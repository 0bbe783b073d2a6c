import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { Sheet, SheetEnd } from '../access/sheet.tsx';
import { StepUpSheet } from '../access/step-up-sheet.tsx';
import { wayToSign } from '../access/way-to-sign.ts';
import { CorrectionPlan } from '../channels/correction-plan.tsx';
import { say } from '../kit/language.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { GrowingText } from './growing-text.tsx';
import { isInGap, turnable, turnStory, type Turn } from './turn-story.ts';

const words = {
  withdrawn: { title: 'withdraw.title', how: 'withdraw.how', along: 'withdraw.along' },
  restored: { title: 'restore-story.title', how: 'restore-story.how', along: 'restore-story.along' },
} as const;
const ways = {
  passkey: { withdrawn: 'withdraw.sign.passkey', restored: 'restore-story.sign.passkey' },
  demonstration: { withdrawn: 'withdraw.sign.demonstration', restored: 'restore-story.sign.demonstration' },
  attested: { withdrawn: 'withdraw.sign.attest', restored: 'restore-story.sign.attest' },
} as const;

/** Takes the story down at once, or puts it back: what residents will see, why for the record, and one signature. */
export function TurnSheet({
  story,
  turn,
  close,
  again,
  done,
}: {
  story: StoryView;
  turn: Turn;
  close: () => void;
  again: () => void;
  done: () => void;
}) {
  const translations = turnable(story, turn);
  const [along, setAlong] = useState(() => translations.filter((one) => one.follows).map((one) => one.id));
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const inGap = isInGap(story, turn);
  const [exception, setException] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const signing = await turnStory(story, turn, { reason, note, exception: inGap ? exception : undefined, along });
      // Stays busy until the page shows it: a second tap signs nothing.
      if (signing.outcome === 'done') return done();
      setConfirming(true);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      // A colleague was quicker, or my own act arrived and its answer did not: the page shows it.
      if (error instanceof Problem && (error.code === 'NotPublished' || error.code === 'NotWithdrawn')) again();
      setProblem(
        error instanceof Problem
          ? error.code === 'StatementForeign'
            ? say('review.hash-differs')
            : error.message
          : say('passkey.failed'),
      );
    }
    setBusy(false);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return document.getElementById('turn-reason')?.focus();
    if (inGap && exception.trim() === '') return document.getElementById('turn-exception')?.focus();
    void run();
  };
  if (confirming)
    return (
      <StepUpSheet
        close={() => setConfirming(false)}
        done={() => {
          setConfirming(false);
          void run();
        }}
      />
    );
  return (
    <Sheet key="turn" title={say(words[turn].title)} close={close}>
      <form class="form" onSubmit={submit}>
        <p class="meta">{say(words[turn].how)}</p>
        {turn === 'withdrawn' && <CorrectionPlan storyId={story.id} turn="withdraw" />}
        {translations.length > 0 && (
          <fieldset class="check-list">
            <legend class="meta">{say(words[turn].along)}</legend>
            {translations.map((one) => (
              <label key={one.id}>
                <input
                  type="checkbox"
                  checked={along.includes(one.id)}
                  onChange={({ currentTarget }) =>
                    setAlong(currentTarget.checked ? [...along, one.id] : along.filter((id) => id !== one.id))
                  }
                />{' '}
                <span lang={one.language}>{one.title || say('stories.untitled')}</span>
              </label>
            ))}
          </fieldset>
        )}
        <GrowingText
          id="turn-reason"
          class="words"
          label={say('withdraw.reason')}
          value={reason}
          rows={2}
          invalid={asked && reason.trim() === ''}
          change={(next) => setReason(next.slice(0, 1_000))}
        />
        {asked && reason.trim() === '' && (
          <p class="note hot" role="alert">
            {say('withdraw.missing')}
          </p>
        )}
        <GrowingText
          id="turn-note"
          class="words"
          label={say('withdraw.note')}
          value={note}
          rows={1}
          change={(next) => setNote(next.slice(0, 300))}
        />
        {inGap && (
          <>
            <p class="note due">{say('withdraw.gap')}</p>
            <GrowingText
              id="turn-exception"
              class="words"
              label={say('withdraw.gap-why')}
              value={exception}
              rows={1}
              invalid={asked && exception.trim() === ''}
              change={(next) => setException(next.slice(0, 300))}
            />
            {asked && exception.trim() === '' && (
              <p class="note hot" role="alert">
                {say('withdraw.gap-missing')}
              </p>
            )}
          </>
        )}
        <SheetEnd
          go={busy ? say('review.busy') : say(ways[wayToSign()][turn])}
          close={close}
          busy={busy}
          problem={problem}
        />
      </form>
    </Sheet>
  );
}
