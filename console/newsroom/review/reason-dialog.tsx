import { Button, Form, Input, Modal } from 'antd';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { newsroomTexts } from '../newsroom-texts.ts';
import { reviewTexts } from './review-texts.ts';

/** Why a text goes back, or is not used: chips for what is often said, and free words. */
export function ReasonDialog({
  verdict,
  busy,
  onClose,
  onSay,
}: {
  verdict: 'returned' | 'rejected';
  busy: boolean;
  onClose: () => void;
  onSay: (reason: string) => Promise<void>;
}) {
  const { reviewPage } = useWords(newsroomTexts);
  const words = useWords(reviewTexts);
  const [form] = Form.useForm<{ reason: string }>();
  const back = verdict === 'returned';
  const add = (chip: string): void => {
    const now = form.getFieldValue('reason')?.trim() ?? '';
    if (!now.includes(chip)) form.setFieldValue('reason', now === '' ? chip : `${now}\n${chip}`);
    form.focusField('reason');
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={back ? reviewPage.returnTitle : words.rejectTitle}>
      {!back && <p style={{ marginBottom: 12 }}>{words.rejectHint}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={({ reason }) => void onSay(reason)}
      >
        <div className="chips" role="group" aria-label={words.chips}>
          {Object.values(words.reasons[verdict]).map((chip) => (
            <Button key={chip} shape="round" onClick={() => add(chip)}>
              {chip}
            </Button>
          ))}
        </div>
        <Form.Item
          name="reason"
          label={back ? reviewPage.returnWhy : words.rejectWhy}
          rules={[{ required: true, whitespace: true, message: reviewPage.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={1_000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <SaveButton busy={busy}>{back ? reviewPage.returnGo : words.rejectGo}</SaveButton>
      </Form>
    </Modal>
  );
}
