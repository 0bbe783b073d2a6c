import { Form, InputNumber, Modal } from 'antd';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { proofTexts } from '../hours/hours-texts.ts';

/** It was done, says the caller, but it took another time than the volunteer wrote down. */
export function OtherTimeDialog({
  busy,
  onClose,
  onGive,
}: {
  busy: boolean;
  onClose: () => void;
  onGive: (minutes: number) => Promise<boolean>;
}) {
  const { differences: words } = useWords(proofTexts);
  return (
    <Modal open onCancel={onClose} footer={null} title={words.otherTime} width={420}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ minutes }: { minutes: number }) => void onGive(minutes).then((done) => done && onClose())}
      >
        <Form.Item name="minutes" label={words.otherMinutes} extra={words.otherTimeHint} rules={[{ required: true }]}>
          <InputNumber autoFocus min={0} max={1_440} precision={0} style={{ width: 140 }} />
        </Form.Item>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
