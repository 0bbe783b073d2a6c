import { Form, Input, Modal } from 'antd';
import { Suspense } from 'react';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { storyTexts } from './story-texts.ts';
import { reviewPageTexts } from '../review/review-page-texts.ts';
import { useStorySlots } from '../slots.ts';

/** Begins a correction by saying, for the public, what was wrong. */
export function CorrectDialog({
  storyId,
  onClose,
  onCorrect,
  busy,
  suggested = '',
}: {
  storyId: string;
  onClose: () => void;
  onCorrect: (note: string) => Promise<void>;
  busy: boolean;
  suggested?: string;
}) {
  const { Plan } = useStorySlots();
  const story = useWords(storyTexts);
  const reviewPage = useWords(reviewPageTexts);
  return (
    <Modal open onCancel={onClose} footer={null} title={story.correctTitle}>
      <Suspense>
        <Plan storyId={storyId} turn="correct" />
      </Suspense>
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ note: suggested }}
        onFinish={({ note }: { note: string }) => void onCorrect(note)}
      >
        <Form.Item
          name="note"
          label={story.correctNote}
          extra={story.correctHint}
          rules={[{ required: true, whitespace: true, message: reviewPage.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={300} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
        <SaveButton busy={busy}>{story.correctGo}</SaveButton>
      </Form>
    </Modal>
  );
}
