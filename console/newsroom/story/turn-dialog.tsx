import { App, Button, Form, Input, Modal } from 'antd';
import { Suspense, useRef, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem } from '../../kit/problem.ts';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { prepareSigning, useSigningWay } from '../signing/use-signing.ts';
import { useStorySlots } from '../slots.ts';
import { storyChanged } from '../use-story.ts';

/** Withdraws at once, or puts back: one signature, with the reason for the record. */
export function TurnDialog({
  story,
  turn,
  onClose,
}: {
  story: StoryView;
  turn: 'withdraw' | 'restore';
  onClose: () => void;
}) {
  const { Plan } = useStorySlots();
  const words = useWords(newsroomTexts);
  const { message } = App.useApp();
  const way = useSigningWay();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const verdict = turn === 'withdraw' ? 'withdrawn' : 'restored';
  const sign = async ({ reason }: { reason: string }): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const signing = await prepareSigning(story.id, { verdict }, story.edition?.textHash ?? story.textHash, false);
      if (!signing) return;
      const after = await act<StoryView>(
        'POST',
        `/stories/${story.id}/${turn === 'withdraw' ? 'withdrawals' : 'restorations'}`,
        { reason, ...signing },
        { key: newKey() },
      );
      void message.success(turn === 'withdraw' ? words.story.withdrawn : words.story.restored);
      await storyChanged(after);
      onClose();
    } catch (problem) {
      void message.error(
        isProblem(problem, 'FingerprintDiffers')
          ? words.reviewPage.mismatch
          : isProblem(problem)
            ? problem.message
            : words.reviewPage.passkeyFailed,
        6,
      );
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      title={turn === 'withdraw' ? words.story.withdraw : words.story.restore}
    >
      <p style={{ marginBottom: 16 }}>{turn === 'withdraw' ? words.story.withdrawHint : words.story.restoreHint}</p>
      {turn === 'withdraw' && (
        <Suspense>
          <Plan storyId={story.id} turn="withdraw" />
        </Suspense>
      )}
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={(typed: { reason: string }) => void sign(typed)}
      >
        <Form.Item
          name="reason"
          label={words.story.withdrawWhy}
          rules={[{ required: true, whitespace: true, message: words.reviewPage.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={1_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Button block type="primary" danger={turn === 'withdraw'} htmlType="submit" loading={busy}>
          {words.reviewPage.sign[way]}
        </Button>
      </Form>
    </Modal>
  );
}
