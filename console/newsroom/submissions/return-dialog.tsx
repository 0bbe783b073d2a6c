import { App, Form, Input, Modal } from 'antd';
import type { SubmissionView } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { submissionTexts } from './submission-texts.ts';

/** Sends a submission back with what its sender could do about it. */
export function ReturnDialog({ submission, onClose }: { submission: SubmissionView; onClose: () => void }) {
  const words = useWords(submissionTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<SubmissionView>();
  const giveBack = async (reason: string): Promise<void> => {
    if (!(await run('POST', `/submissions/${submission.id}/returns`, { reason }))) return;
    void message.success(words.returned);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.returnTitle}>
      <Form
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        onFinish={({ reason }: { reason: string }) => void giveBack(reason)}
      >
        <Form.Item
          name="reason"
          label={words.returnWhy}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input.TextArea autoFocus maxLength={500} showCount autoSize={{ minRows: 3 }} />
        </Form.Item>
        <SaveButton busy={busy}>{words.returnGo}</SaveButton>
      </Form>
    </Modal>
  );
}
