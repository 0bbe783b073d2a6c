import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { storyChanged } from '../use-story.ts';
import { scheduleTexts } from './schedule-texts.ts';

/** 消息源要求: stands above everything while it holds, for whoever opens the story; the desk lifts it with a reason. */
export function EmbargoNotice({ story }: { story: StoryView }) {
  const words = useWords(scheduleTexts).embargo;
  const times = useTimes();
  const [lifting, setLifting] = useState(false);
  const { embargo } = story;
  if (!embargo || Date.parse(embargo.until) <= times.now().valueOf()) return null;
  return (
    <p className="notice hot row apart">
      <span>
        <strong>{words.until(times.at(embargo.until))}</strong>{' '}
        {embargo.source === '' ? words.nobodySaid : words.by(embargo.source)}
      </span>
      {story.abilities.includes('story.schedule') && (
        <Button size="small" onClick={() => setLifting(true)}>
          {words.lift}
        </Button>
      )}
      {lifting && <LiftDialog story={story} onClose={() => setLifting(false)} />}
    </p>
  );
}

function LiftDialog({ story, onClose }: { story: StoryView; onClose: () => void }) {
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
      <p className="meta">{words.liftHint}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void lift(typed)}>
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, message: words.reasonNeeded }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
        </Form.Item>
        <SaveButton busy={busy}>{words.lift}</SaveButton>
      </Form>
    </Modal>
  );
}
