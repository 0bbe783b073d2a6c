import { App, Form, Input, Modal } from 'antd';
import type { StoryView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { storyChanged } from '../use-story.ts';
import { scheduleTexts } from './schedule-texts.ts';

/** The desk lifts what a source asked for, with a reason. */
export function LiftDialog({ story, onClose }: { story: StoryView; onClose: () => void }) {
  const words = useWords(scheduleTexts).embargo;
  const { message } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const { run, busy } = useAct<StoryView>({ onProblem: (problem) => showInForm(form, problem) });
  const lift = async ({ reason }: { reason: string }): Promise<void> => {
    const after = await run('PUT', `/stories/${story.id}/embargo`, { until: null, reason });
    if (!after) return;
    void message.success(words.lifted);
    onClose();
    await storyChanged(after);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.liftTitle} width={440} destroyOnHidden>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.liftHint}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void lift(typed)}>
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
        </Form.Item>
        <SaveButton busy={busy}>{words.lift}</SaveButton>
      </Form>
    </Modal>
  );
}
