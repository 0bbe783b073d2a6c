import { App, Form, Input, Modal } from 'antd';
import type { VisitLine } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { HappenedField, happenedOf, type TypedHappened } from '../happened-field.tsx';
import { presenceTexts } from '../presence-texts.ts';

type Typed = TypedHappened & { word?: string };

/** Somebody of the station says for a helper without a phone that they are there. */
export function ArrivedDialog({ visitId, onClose }: { visitId: string; onClose: () => void }) {
  const { arrived } = useWords(presenceTexts);
  const { message } = App.useApp();
  const zone = useMe().county.timeZone;
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<VisitLine>({ onProblem: (problem) => showInForm(form, problem) });
  const say = async ({ word = '', ...when }: Typed): Promise<void> => {
    const heard = word.trim() === '' ? {} : { word };
    if (!(await run('POST', `/visits/${visitId}/check-ins`, { ...heard, ...happenedOf(when, zone) }))) return;
    void message.success(arrived.done);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={arrived.title} width={400}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {arrived.hint}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void say(typed)}>
        <Form.Item name="word" label={arrived.word}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <HappenedField />
        <SaveButton busy={busy}>{arrived.act}</SaveButton>
      </Form>
    </Modal>
  );
}
