import { fingerprint } from '@xiangyin/document';
import { App, Button, Checkbox, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReviewVerdictRequest, StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { useMe } from '../../kit/session.ts';
import { useShortcuts } from '../../kit/shortcuts.ts';
import { useWords } from '../../kit/texts.ts';
import { countyNow } from '../../kit/time.ts';
import { usePhoneWidth } from '../../kit/use-narrow.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { reviewPageTexts } from './review-page-texts.ts';
import { prepareSigning, useSigningWay } from '../signing/use-signing.ts';
import { stepWords } from '../step-words.ts';
import { storyChanged } from '../use-story.ts';
import { ReviewAids, noAids, type Aids } from './review-aids.tsx';
import { ListenButton } from './listen-button.tsx';
import { useAfterVerdict } from './use-after-verdict.tsx';
import { useChangesBeside } from './use-changes-beside.ts';
import { opensNext, reviewOf, setOpensNext, useWaitingReviews } from './waiting-review.ts';
import { HoldOverDialog } from './hold-over-dialog.tsx';
import { ReasonDialog, type Saying } from './reason-dialog.tsx';
import { reviewTexts } from './review-texts.ts';

/** The fingerprint of what will be signed, above the two ways to answer. */
export function ReviewBar({ story, step, hash }: { story: StoryView; step: string; hash: string }) {
  const newsroom = useWords(newsroomTexts);
  const reviewPage = useWords(reviewPageTexts);
  const way = useSigningWay();
  const words = useWords(reviewTexts);
  const [saying, setSaying] = useState<Saying | 'held' | null>(null);
  const [reason, setReason] = useState<Saying>('returned');
  const say = (what: Saying): void => {
    setReason(what);
    setSaying(what);
  };
  const navigate = useNavigate();
  const follow = useAfterVerdict();
  const me = useMe();
  const waiting = useWaitingReviews();
  const [goesOn, setGoesOn] = useState(() => opensNext(me.personId));
  const [aids, setAids] = useState<Aids>(noAids);
  const beside = useChangesBeside(story);
  const { give, busy, mayAttest } = useVerdict(story, step, hash, aids, setAids);
  const then = nextOf(story, step);
  // Whether a withdrawal stands is no return to an author: no puts the story back.
  const no = step === 'withdrawal_review' ? 'restored' : 'returned';
  const approve = (): void => (story.outOfTurn ? say('exception') : void give('approved'));
  const go = (by: 1 | -1): void => {
    const at = waiting.findIndex((line) => line.subjectId === story.id);
    const to = waiting[at === -1 ? 0 : at + by];
    if (to) void navigate(reviewOf(to));
  };
  useShortcuts({
    s: approve,
    r: () => say(no),
    j: () => go(1),
    k: () => go(-1),
  });
  const isPhone = usePhoneWidth();
  const goesTo =
    then === 'next' ? reviewPage.andThen.next(stepWords(newsroom, story.step?.next ?? '')) : reviewPage.andThen[then];
  const signWords = reviewPage.sign[way] + reviewPage.comma + goesTo;
  const more = waiting.filter((line) => line.subjectId !== story.id).length;
  const others = [
    ...(story.abilities.includes('story.hold-over')
      ? [{ key: 'held', label: words.holdOver, onClick: () => setSaying('held') }]
      : []),
    // What is public is corrected or withdrawn, not turned away.
    ...(story.edition === null ? [{ key: 'rejected', label: words.reject, onClick: () => say('rejected') }] : []),
  ];
  // On a phone they stand at the end of the text: the bar over it keeps to what is needed to answer.
  const besides = (
    <>
      {way !== 'passkey' && (
        <span className="meta">{way === 'attested' ? reviewPage.attestedHint : reviewPage.demoHint}</span>
      )}
      <div className="row apart meta">
        <Checkbox
          checked={goesOn}
          onChange={({ target }) => {
            setGoesOn(target.checked);
            setOpensNext(me.personId, target.checked);
          }}
        >
          {words.opensNext}
        </Checkbox>
        {more > 0 && <span>{words.othersWait(more)}</span>}
      </div>
    </>
  );
  return (
    <>
      {step !== 'after_review' && <ReviewAids story={story} aids={aids} onChange={setAids} />}
      {isPhone && <div className="review-besides">{besides}</div>}
      <div className="review-bar">
        <div className="row apart meta">
          <span>
            {reviewPage.fingerprint} <span className="num">{fingerprint(hash)}</span>
          </span>
          <ListenButton language={story.language} />
        </div>
        {story.outOfTurn && <p className="meta">{words.outOfTurn}</p>}
        {beside !== undefined && beside.suggestions > 0 && (
          <p className="meta">{words.signsWithout(beside.suggestions)}</p>
        )}
        <div className="acts">
          {others.length > 0 && (
            <Dropdown trigger={['click']} menu={{ items: others }} placement="topLeft">
              <Button size="large" disabled={busy} aria-label={words.more}>
                …
              </Button>
            </Dropdown>
          )}
          <Button size="large" disabled={busy} onClick={() => say(no)}>
            {no === 'restored' ? words.restore : reviewPage.return}
          </Button>
          <Button size="large" type="primary" loading={busy} onClick={approve}>
            {signWords}
          </Button>
        </div>
        {mayAttest && (
          <Button type="link" onClick={() => void give('approved', undefined, true)}>
            {reviewPage.useAttested}
          </Button>
        )}
        {!isPhone && besides}
        {/* It stays mounted, so that closing it gives the focus back to where it was. */}
        <ReasonDialog
          key={reason}
          open={saying !== null && saying !== 'held'}
          verdict={reason}
          busy={busy}
          onClose={() => setSaying(null)}
          go={signWords}
          onSay={(said) =>
            reason === 'exception'
              ? give('approved', undefined, false, said)
              : give(reason === 'restored' ? 'returned' : reason, said)
          }
        />
        {saying === 'held' && (
          <HoldOverDialog
            story={story}
            onClose={() => setSaying(null)}
            onHeld={(after) => void follow(after, words.heldOver)}
          />
        )}
      </div>
    </>
  );
}

function nextOf(story: StoryView, step: string): 'next' | 'publish' | 'later' | 'done' | 'stands' {
  if (step === 'after_review') return 'done';
  if (step === 'withdrawal_review') return 'stands';
  if (story.step?.next) return 'next';
  const isToCome = (at: string | undefined | null): boolean => Boolean(at) && Date.parse(at ?? '') > countyNow();
  return story.publishHeld || isToCome(story.publishAt) || isToCome(story.embargo?.until) ? 'later' : 'publish';
}

function useVerdict(story: StoryView, step: string, hash: string, aids: Aids, setAids: (aids: Aids) => void) {
  const reviewPage = useWords(reviewPageTexts);
  const words = useWords(reviewTexts);
  const { message } = App.useApp();
  const follow = useAfterVerdict();
  const [busy, setBusy] = useState(false);
  const [mayAttest, setMayAttest] = useState(false);
  // The second half of a double click comes before the button is drawn as busy: it must not sign again and be refused.
  const running = useRef(false);
  const give = async (
    verdict: 'approved' | 'returned' | 'rejected',
    reason?: string,
    attested = false,
    exception?: string,
  ): Promise<void> => {
    if (running.current) return;
    if (step !== 'after_review' && story.step?.isException && aids.exceptionReason.trim() === '')
      return setAids({ ...aids, asked: true });
    running.current = true;
    setBusy(true);
    try {
      const seen = { step, revisionId: story.revisionId, textHash: hash, verdict };
      const signing = await prepareSigning(story.id, seen, hash, attested);
      if (!signing) return;
      const body = {
        ...seen,
        ...(reason === undefined ? {} : { reason }),
        ...sentAids(aids),
        ...(exception === undefined ? {} : { exception }),
        ...signing,
      } as ReviewVerdictRequest;
      const after = await act<StoryView>('POST', `/stories/${story.id}/signatures`, body, { key: newKey() });
      await storyChanged(after);
      await follow(
        after,
        step === 'withdrawal_review'
          ? verdict === 'approved'
            ? words.stands
            : words.restored
          : verdict === 'returned'
            ? reviewPage.returned
            : verdict === 'rejected'
              ? words.rejected
              : after.state === 'done'
                ? reviewPage.published
                : after.state === 'signed_off'
                  ? reviewPage.signedOff
                  : reviewPage.signed,
      );
    } catch (problem) {
      if (isProblem(problem, 'TextChanged')) void message.warning(reviewPage.changed, 6);
      else if (isProblem(problem, 'NotOnDuty')) void message.warning(problem.message, 6);
      else if (isProblem(problem, 'FingerprintDiffers')) void message.error(reviewPage.mismatch, 8);
      else if (isProblem(problem)) void message.error(problem.message, 6);
      else {
        void message.error(reviewPage.passkeyFailed);
        setMayAttest(true);
      }
      if (isProblem(problem)) await refresh();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { give, busy, mayAttest };
}

const sentAids = ({ ticked, exceptionReason }: Aids) => ({
  ...(ticked.length > 0 ? { ticked: [...ticked] } : {}),
  ...(exceptionReason.trim() === '' ? {} : { exceptionReason: exceptionReason.trim() }),
});
