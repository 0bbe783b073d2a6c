import { fingerprint } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { ConfirmForm } from '../access/confirm-form.tsx';
import { session } from '../access/session.ts';
import { Sheet } from '../access/sheet.tsx';
import { stepUp } from '../access/ways-in.ts';
import { countyNow } from '../kit/county-time.ts';
import { say } from '../kit/language.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { ReturnForm } from './return-form.tsx';
import { sign } from './sign.ts';
import { noAids, SigningAids, type Aids } from './signing-aids.tsx';
import { stepName } from './steps.tsx';
import type { ReviewedText } from './use-reviewed-text.ts';

interface Props {
  story: StoryView;
  step: string;
  reviewed: ReviewedText;
  again: () => void;
  done: (story: StoryView) => void;
}
type Wish = { readonly verdict: 'approved' | 'returned'; readonly reason: string };

/** The fingerprint of the text, and under it the one big button; returning stands beside it. */
export function SigningBar(props: Props) {
  const [aids, setAids] = useState(noAids);
  return (
    <>
      {props.step !== 'after_review' && <SigningAids story={props.story} aids={aids} change={setAids} />}
      <Bar {...props} aids={aids} />
    </>
  );
}

function Bar({ story, step, reviewed, again, done, aids }: Props & { aids: Aids }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [returning, setReturning] = useState(false);
  const [confirming, setConfirming] = useState<Wish | null>(null);
  const run = async (wish: Wish) => {
    setBusy(true);
    setProblem(null);
    try {
      const signing = await sign({ storyId: story.id, step, reviewed, ...wish, ...aids });
      if (signing.outcome === 'confirm') setConfirming(wish);
      else done(signing.story);
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      if (
        error instanceof Problem &&
        ['TextChanged', 'WrongState', 'AlreadySigned', 'StatementStale'].includes(error.code)
      )
        again();
      setProblem(error instanceof Problem ? error.message : say('passkey.failed'));
    }
    setReturning(false);
    setBusy(false);
  };
  return (
    <div class="bar sign">
      {problem !== null && (
        <p class="note hot" role="alert">
          {problem}
        </p>
      )}
      <p class="fingerprint">
        <span class="meta">{say('review.fingerprint')}</span>
        <code>{fingerprint(reviewed.textHash)}</code>
      </p>
      <div class="one-two">
        <button type="button" class="btn" disabled={busy} onClick={() => setReturning(true)}>
          {say('review.return')}
        </button>
        <button
          type="button"
          class="btn primary"
          disabled={busy}
          onClick={() => void run({ verdict: 'approved', reason: '' })}
        >
          {busy ? say('review.busy') : say(wayKey(), { next: nextWords(story, step) })}
        </button>
      </div>
      {returning && (
        <Sheet title={say('return.title')} close={() => setReturning(false)}>
          <ReturnForm
            storyId={story.id}
            busy={busy}
            back={() => setReturning(false)}
            send={(reason) => void run({ verdict: 'returned', reason })}
          />
        </Sheet>
      )}
      {confirming && (
        <Sheet title={say('step-up.title')} close={() => setConfirming(null)}>
          <p class="meta">{say('step-up.why')}</p>
          <ConfirmForm
            label={say('step-up.label')}
            hint={say('step-up.hint')}
            confirm={stepUp}
            hasPasskey={session.me.get()?.hasPasskey ?? false}
            done={() => {
              setConfirming(null);
              void run(confirming);
            }}
          />
          <button type="button" class="plain" onClick={() => setConfirming(null)}>
            {say('stay')}
          </button>
        </Sheet>
      )}
    </div>
  );
}

/** The screen never says "sign" where the system attests. */
function wayKey() {
  const me = session.me.get();
  if (me?.hasPasskey) return 'review.sign.passkey';
  return me?.demonstration ? 'review.sign.demonstration' : 'review.sign.attest';
}

function nextWords(story: StoryView, step: string): string {
  if (step === 'after_review') return say('next.close');
  if (story.step?.next) return say('next.step', { step: stepName(story.step.next) });
  const waits = story.publishHeld || (story.publishAt !== null && Date.parse(story.publishAt) > countyNow());
  return say(waits ? 'next.later' : 'next.publish');
}
