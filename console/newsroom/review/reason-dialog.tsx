import { Button, Form, Input, Modal } from 'antd';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { reviewPageTexts } from './review-page-texts.ts';
import { reviewTexts } from './review-texts.ts';

/** What has to be said: why a text goes back, is not used, comes back to the public, or is signed by somebody who is not on duty. */
export type Saying = 'returned' | 'rejected' | 'restored' | 'exception';

/** Why a text goes back, is not used, is restored, or is signed out of turn: chips for what is often said, and free words. */
export function ReasonDialog({
  open,
  verdict,
  go,
  busy,
  onClose,
  onSay,
}: {
  open: boolean;
  verdict: Saying;
  /** Of an exception: what the signature does. */
  go?: string;
  busy: boolean;
  onClose: () => void;
  onSay: (reason: string) => Promise<void>;
}) {
  const reviewPage = useWords(reviewPageTexts);
  const words = useWords(reviewTexts);
  const [form] = Form.useForm<{ reason: string }>();
  const said = {
    returned: [reviewPage.returnTitle, null, reviewPage.returnWhy, reviewPage.returnGo, words.reasons.returned],
    rejected: [words.rejectTitle, words.rejectHint, words.rejectWhy, words.rejectGo, words.reasons.rejected],
    restored: [words.restoreTitle, words.restoreHint, words.restoreWhy, words.restoreGo, {}],
    exception: [words.exceptionTitle, words.exceptionHint, words.exceptionWhy, go ?? '', words.exceptions],
  } as const;
  const [title, hint, label, done, chips] = said[verdict];
  const add = (chip: string): void => {
    const now = form.getFieldValue('reason')?.trim() ?? '';
    if (!now.includes(chip)) form.setFieldValue('reason', now === '' ? chip : `${now}\n${chip}`);
    form.focusField('reason');
  };
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={title}>
      {hint && <p style={{ marginBottom: 12 }}>{hint}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={({ reason }) => void onSay(reason)}
      >
        <div className="chips" role="group" aria-label={words.chips}>
          {Object.values(chips).map((chip) => (
            <Button key={chip} shape="round" onClick={() => add(chip)}>
              {chip}
            </Button>
          ))}
        </div>
        <Form.Item
          name="reason"
          label={label}
          rules={[{ required: true, whitespace: true, message: reviewPage.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={verdict === 'exception' ? 300 : 1_000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <SaveButton busy={busy}>{done}</SaveButton>
      </Form>
    </Modal>
  );
}
