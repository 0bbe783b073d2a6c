import { App, Form, Input, Modal, Select } from 'antd';
import type { HandoverView, PostView, ShiftView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { rosterTexts } from './roster-texts.ts';

/** Hands a shift over to whoever comes next on the same post, with a few lines. */
export function HandOverDialog({ post, shift, onClose }: { post: PostView; shift: ShiftView; onClose: () => void }) {
  const words = useWords(rosterTexts);
  const now = useTimes().now().toISOString();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ comingId: string; note?: string }>();
  const { run, busy } = useAct<HandoverView>({ onProblem: (problem) => showInForm(form, problem) });
  const coming = new Map(
    post.shifts
      .filter((one) => one.untilAt > now && one.person.id !== shift.person.id)
      .map(({ person }) => [person.id, person.name]),
  );
  const options = [...coming].map(([value, label]) => ({ value, label }));
  const give = async ({ comingId, note = '' }: { comingId: string; note?: string }): Promise<void> => {
    if (!(await run('POST', '/handovers', { shiftId: shift.id, comingId, note }))) return;
    void message.success(words.handedOver);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.handOverTitle} width={440} destroyOnHidden>
      {options.length === 0 ? (
        <p>{words.nobodyComes}</p>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ comingId: options[0]?.value }}
          onFinish={(typed) => void give(typed)}
        >
          <Form.Item name="comingId" label={words.coming} rules={[{ required: true, message: words.needed }]}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="note" label={words.note} extra={words.noteHint}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
          <SaveButton busy={busy}>{words.handOver}</SaveButton>
        </Form>
      )}
    </Modal>
  );
}
