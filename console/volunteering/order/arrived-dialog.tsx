import { App, Form, Input, Modal } from 'antd';
import type { VisitLine } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { presenceTexts } from '../presence-texts.ts';

/** Somebody of the station says for a helper without a phone that they are there. */
export function ArrivedDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { arrived } = useWords(presenceTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<{ word?: string }>();
  const { run, busy } = useAct<VisitLine>({ onProblem: (problem) => showInForm(form, problem) });
  const say = async (word: string): Promise<void> => {
    if (!(await run('POST', `/visits/${visitId}/check-ins`, word ? { word } : {}))) return;
    void message.success(arrived.done);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={arrived.title} width={400}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {arrived.hint}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ word }) => void say(word?.trim() ?? '')}>
        <Form.Item name="word" label={arrived.word}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <SaveButton busy={busy}>{arrived.act}</SaveButton>
      </Form>
    </Modal>
  );
}
