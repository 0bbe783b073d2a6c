import { fingerprint } from '@xiangyin/document';
import { App, Button, Form, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ReviewVerdictRequest, StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem } from '../../kit/problem.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { countyNow } from '../../kit/time.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { prepareSigning, useSigningWay } from '../signing/use-signing.ts';
import { stepWords } from '../step-words.ts';
import { storyChanged } from '../use-story.ts';
import { ReviewAids, noAids, type Aids } from './review-aids.tsx';

/** The fingerprint of what will be signed, above the two ways to answer. */
export function ReviewBar({ story, step, hash }: { story: StoryView; step: string; hash: string }) {
  const { reviewPage } = useWords(newsroomTexts);
  const way = useSigningWay();
  const [returning, setReturning] = useState(false);
  const [aids, setAids] = useState<Aids>(noAids);
  const { give, busy, mayAttest } = useVerdict(story, step, hash, aids, setAids);
  const words = useWords(newsroomTexts);
  const then = nextOf(story, step);
  const next = story.step?.next;
  return (
    <>
      {step !== 'after_review' && <ReviewAids story={story} aids={aids} onChange={setAids} />}
      <div className="review-bar">
        <div className="row apart meta">
          <span>{reviewPage.fingerprint}</span>
          <span className="num">{fingerprint(hash)}</span>
        </div>
        <div className="acts">
          <Button size="large" disabled={busy} onClick={() => setReturning(true)}>
            {reviewPage.return}
          </Button>
          <Button size="large" type="primary" loading={busy} onClick={() => void give('approved')}>
            {reviewPage.sign[way] +
              reviewPage.comma +
              (then === 'next' ? reviewPage.andThen.next(stepWords(words, next ?? '')) : reviewPage.andThen[then])}
          </Button>
        </div>
        {mayAttest && (
          <Button type="link" onClick={() => void give('approved', undefined, true)}>
            {reviewPage.useAttested}
          </Button>
        )}
        {way !== 'passkey' && (
          <span className="meta">{way === 'attested' ? reviewPage.attestedHint : reviewPage.demoHint}</span>
        )}
        <ReturnDialog
          open={returning}
          busy={busy}
          onClose={() => setReturning(false)}
          onReturn={(reason) => give('returned', reason)}
        />
      </div>
    </>
  );
}

function nextOf(story: StoryView, step: string): 'next' | 'publish' | 'later' | 'done' {
  if (step === 'after_review') return 'done';
  if (story.step?.next) return 'next';
  return story.publishHeld || (story.publishAt !== null && Date.parse(story.publishAt) > countyNow())
    ? 'later'
    : 'publish';
}

function useVerdict(story: StoryView, step: string, hash: string, aids: Aids, setAids: (aids: Aids) => void) {
  const { reviewPage } = useWords(newsroomTexts);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [mayAttest, setMayAttest] = useState(false);
  // The second half of a double click comes before the button is drawn as busy: it must not sign again and be refused.
  const running = useRef(false);
  const give = async (verdict: 'approved' | 'returned', reason?: string, attested = false): Promise<void> => {
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
        ...signing,
      } as ReviewVerdictRequest;
      const after = await act<StoryView>('POST', `/stories/${story.id}/signatures`, body, { key: newKey() });
      void message.success(
        verdict === 'returned'
          ? reviewPage.returned
          : after.state === 'done'
            ? reviewPage.published
            : after.state === 'signed_off'
              ? reviewPage.signedOff
              : reviewPage.signed,
      );
      await storyChanged(after);
      void navigate(after.state === 'done' ? `/stories/${story.id}` : '/');
    } catch (problem) {
      if (isProblem(problem, 'TextChanged')) void message.warning(reviewPage.changed, 6);
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

function ReturnDialog({
  open,
  busy,
  onClose,
  onReturn,
}: {
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onReturn: (reason: string) => Promise<void>;
}) {
  const { reviewPage } = useWords(newsroomTexts);
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={reviewPage.returnTitle}>
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={({ reason }: { reason: string }) => void onReturn(reason)}
      >
        <Form.Item
          name="reason"
          label={reviewPage.returnWhy}
          rules={[{ required: true, whitespace: true, message: reviewPage.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={1_000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <SaveButton busy={busy}>{reviewPage.returnGo}</SaveButton>
      </Form>
    </Modal>
  );
}
