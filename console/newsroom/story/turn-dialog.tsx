import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { Suspense, useRef, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { act, read } from '../../kit/api.ts';
import { newKey } from '../../kit/new-key.ts';
import { isProblem } from '../../kit/problem.ts';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { storyTexts } from './story-texts.ts';
import { reviewPageTexts } from '../review/review-page-texts.ts';
import { prepareSigning, useSigningWay, type Signing } from '../signing/use-signing.ts';
import { useStorySlots } from '../slots.ts';
import { storyChanged } from '../use-story.ts';

interface Typed {
  reason: string;
  /** For the public. */
  note?: string;
  /** Why I do it although I am not on duty. */
  exception?: string;
  /** Translations that go along, by id. */
  along?: string[];
}

/** The translations of an original that stand as it does; `follows`: what happens to the original should happen to them, unless somebody knows better. */
function turnable(
  story: StoryView,
  turn: 'withdraw' | 'restore',
): (StoryView['translations'][number] & { follows: boolean })[] {
  if (story.translationOf !== null) return [];
  return story.translations
    .filter((one) => one.publicState === (turn === 'withdraw' ? 'published' : 'withdrawn'))
    .map((one) => ({ ...one, follows: turn === 'withdraw' || one.withdrawnAt === story.withdrawnAt }));
}

/** A signature of its own for each; null when the person gave up. */
async function signTranslations(
  ids: readonly string[],
  verdict: 'withdrawn' | 'restored',
): Promise<({ storyId: string } & Signing)[] | null> {
  const signed: ({ storyId: string } & Signing)[] = [];
  for (const storyId of ids) {
    const { edition, textHash } = await read<StoryView>(`/stories/${storyId}`);
    const signing = await prepareSigning(storyId, { verdict }, edition?.textHash ?? textHash, false);
    if (!signing) return null;
    signed.push({ storyId, ...signing });
  }
  return signed;
}

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
  const reviewing = useWords(reviewPageTexts);
  const storyWords = useWords(storyTexts);
  const { message } = App.useApp();
  const way = useSigningWay();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const verdict = turn === 'withdraw' ? 'withdrawn' : 'restored';
  const translations = turnable(story, turn);
  const inGap = turn === 'withdraw' && !story.abilities.includes('story.withdraw');
  const sign = async ({ reason, note, exception, along }: Typed): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const signing = await prepareSigning(story.id, { verdict }, story.edition?.textHash ?? story.textHash, false);
      if (!signing) return;
      const others = await signTranslations(along ?? [], verdict);
      if (!others) return;
      const after = await act<StoryView>(
        'POST',
        `/stories/${story.id}/${turn === 'withdraw' ? 'withdrawals' : 'restorations'}`,
        {
          reason,
          ...(note?.trim() ? { note } : {}),
          ...(inGap ? { exception } : {}),
          ...signing,
          ...(translations.length > 0 ? { translations: others } : {}),
        },
        { key: newKey() },
      );
      void message.success(turn === 'withdraw' ? storyWords.withdrawn : storyWords.restored);
      await storyChanged(after);
      onClose();
    } catch (problem) {
      void message.error(
        isProblem(problem, 'FingerprintDiffers')
          ? reviewing.mismatch
          : isProblem(problem)
            ? problem.message
            : reviewing.passkeyFailed,
        6,
      );
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={turn === 'withdraw' ? storyWords.withdraw : storyWords.restore}>
      <p style={{ marginBottom: 16 }}>{turn === 'withdraw' ? storyWords.withdrawHint : storyWords.restoreHint}</p>
      {inGap && (
        <p className="notice due" style={{ marginBottom: 16 }}>
          {storyWords.withdrawGap}
        </p>
      )}
      {turn === 'withdraw' && (
        <Suspense>
          <Plan storyId={story.id} turn="withdraw" />
        </Suspense>
      )}
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ along: translations.filter((one) => one.follows).map((one) => one.id) }}
        onFinish={(typed: Typed) => void sign(typed)}
      >
        {translations.length > 0 && (
          <Form.Item
            name="along"
            label={turn === 'withdraw' ? storyWords.withdrawAlong : storyWords.restoreAlong}
            extra={turn === 'withdraw' ? storyWords.withdrawAlongHint : storyWords.restoreAlongHint}
          >
            <Checkbox.Group
              className="stack"
              options={translations.map((one) => ({
                value: one.id,
                label: (
                  <>
                    {words.languages[one.language]} · <span lang={one.language}>{one.title || words.untitled}</span>
                  </>
                ),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={storyWords.withdrawWhy}
          rules={[{ required: true, whitespace: true, message: reviewing.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={1_000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="note" label={storyWords.turnNote} extra={storyWords.turnNoteHint}>
          <Input.TextArea lang={story.language} maxLength={300} autoSize={{ minRows: 1 }} />
        </Form.Item>
        {inGap && (
          <Form.Item
            name="exception"
            label={storyWords.withdrawGapWhy}
            rules={[{ required: true, whitespace: true, message: storyWords.withdrawGapNeeded }]}
          >
            <Input.TextArea maxLength={300} autoSize={{ minRows: 1 }} />
          </Form.Item>
        )}
        <Button block type="primary" danger={turn === 'withdraw'} htmlType="submit" loading={busy}>
          {reviewing.sign[way]}
        </Button>
      </Form>
    </Modal>
  );
}
