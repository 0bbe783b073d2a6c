import { fingerprint } from '@xiangyin/document';
import type { StoryView } from '@xiangyin/server/contract';
import { useState } from 'preact/hooks';
import { session } from '../access/session.ts';
import { Sheet } from '../access/sheet.tsx';
import { StepUpSheet } from '../access/step-up-sheet.tsx';
import { wayToSign } from '../access/way-to-sign.ts';
import { countyNow } from '../kit/county-time.ts';
import { act } from '../kit/api.ts';
import { say } from '../kit/language.ts';
import { newId } from '../kit/new-id.ts';
import { isAboutSession, Problem } from '../kit/problem.ts';
import { opensNext, setOpensNext } from './last-verdict.tsx';
import { Listen } from './listen.tsx';
import { ReturnForm, type Saying } from './return-form.tsx';
import { sign } from './sign.ts';
import { noAids, SigningAids, type Aids } from './signing-aids.tsx';
import { stepName } from './steps.tsx';
import type { ReviewedText } from './use-reviewed-text.ts';

interface Props {
  story: StoryView;
  step: string;
  reviewed: ReviewedText;
  /** How many are open beside the text, and no part of it. */
  suggestions: number;
  again: () => void;
  done: (story: StoryView) => void;
}
interface Wish {
  readonly verdict: 'approved' | 'returned' | 'rejected';
  readonly reason: string;
  readonly exception?: string;
}

const signWords = {
  passkey: 'review.sign.passkey',
  demonstration: 'review.sign.demonstration',
  attested: 'review.sign.attest',
} as const;
const titles = {
  returned: 'return.title',
  rejected: 'reject.title',
  restored: 'restore.title',
  exception: 'exception.title',
} as const;

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

function Bar({ story, step, reviewed, suggestions, again, done, aids }: Props & { aids: Aids }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [saying, setSaying] = useState<Saying | 'others' | null>(null);
  const [next, setNext] = useState(opensNext);
  const [confirming, setConfirming] = useState<Wish | null>(null);
  const run = async (wish: Wish) => {
    setBusy(true);
    setProblem(null);
    try {
      const signing = await sign({ storyId: story.id, step, reviewed, ...wish, ...aids });
      if (signing.outcome === 'confirm') setConfirming(wish);
      else {
        // The bar stays busy until the next page stands: a second tap signs nothing.
        setSaying(null);
        return done(signing.story);
      }
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      if (
        error instanceof Problem &&
        ['TextChanged', 'WrongState', 'AlreadySigned', 'StatementStale'].includes(error.code)
      )
        again();
      setProblem(error instanceof Problem ? error.message : say('passkey.failed'));
    }
    setSaying(null);
    setBusy(false);
  };
  const [holdKey] = useState(newId);
  const hold = async () => {
    setBusy(true);
    try {
      done(await act<StoryView>('POST', `/stories/${story.id}/hold-overs`, {}, holdKey));
    } catch (error) {
      if (isAboutSession(error)) session.lost(error);
      setProblem(error instanceof Problem ? error.message : say('problem.offline'));
      setSaying(null);
      setBusy(false);
    }
  };
  // Whether a withdrawal stands is no return to an author: no puts the story back.
  const no = step === 'withdrawal_review' ? 'restored' : 'returned';
  const mayHold = story.abilities.includes('story.hold-over');
  // What is public is corrected or withdrawn, not turned away.
  const mayReject = story.edition === null;
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
        <Listen language={story.language} />
      </p>
      {suggestions > 0 && <p class="meta">{say('beside.signs-without', { count: suggestions })}</p>}
      <div class="one-two three">
        <button
          type="button"
          class="btn"
          disabled={busy}
          aria-label={say('review.others')}
          onClick={() => setSaying('others')}
        >
          …
        </button>
        <button type="button" class="btn" disabled={busy} onClick={() => setSaying(no)}>
          {say(no === 'restored' ? 'restore.short' : 'review.return')}
        </button>
        <button
          type="button"
          class="btn primary"
          disabled={busy}
          onClick={() => (story.outOfTurn ? setSaying('exception') : void run({ verdict: 'approved', reason: '' }))}
        >
          {busy ? say('review.busy') : say(signWords[wayToSign()], { next: nextWords(story, step) })}
        </button>
      </div>
      {saying !== null && saying !== 'others' && (
        <Sheet title={say(titles[saying])} close={() => setSaying(null)}>
          <ReturnForm
            storyId={story.id}
            verdict={saying}
            busy={busy}
            back={() => setSaying(null)}
            send={(words) =>
              void run(
                saying === 'exception'
                  ? { verdict: 'approved', reason: '', exception: words }
                  : { verdict: saying === 'restored' ? 'returned' : saying, reason: words },
              )
            }
          />
        </Sheet>
      )}
      {saying === 'others' && (
        <Sheet title={say('review.others')} close={() => setSaying(null)}>
          <div class="stack-sheet">
            {mayHold && (
              <button type="button" class="btn wide" disabled={busy} onClick={() => void hold()}>
                {say('hold-over.do')}
              </button>
            )}
            {mayReject && (
              <button type="button" class="btn wide" disabled={busy} onClick={() => setSaying('rejected')}>
                {say('reject.title')}
              </button>
            )}
            <label class="choice">
              <input
                type="checkbox"
                checked={next}
                onChange={(event) => {
                  setNext(event.currentTarget.checked);
                  setOpensNext(event.currentTarget.checked);
                }}
              />{' '}
              {say('review.opens-next')}
            </label>
            <button type="button" class="plain" onClick={() => setSaying(null)}>
              {say('stay')}
            </button>
          </div>
        </Sheet>
      )}
      {confirming && (
        <StepUpSheet
          close={() => setConfirming(null)}
          done={() => {
            setConfirming(null);
            void run(confirming);
          }}
        />
      )}
    </div>
  );
}

function nextWords(story: StoryView, step: string): string {
  if (step === 'after_review') return say('next.close');
  if (step === 'withdrawal_review') return say('next.stands');
  if (story.step?.next) return say('next.step', { step: stepName(story.step.next) });
  const isToCome = (at: string | undefined | null): boolean => Boolean(at) && Date.parse(at ?? '') > countyNow();
  const waits = story.publishHeld || isToCome(story.publishAt) || isToCome(story.embargo?.until);
  return say(waits ? 'next.later' : 'next.publish');
}
