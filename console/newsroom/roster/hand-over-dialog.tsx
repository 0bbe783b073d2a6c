import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { PostView, PreparedHandover, ShiftView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { rosterTexts } from './roster-texts.ts';
import { SignHandover } from './sign-handover.tsx';

interface Typed {
  comingId: string;
  note?: string;
}
interface Ready extends Required<Typed> {
  readonly prepared: PreparedHandover;
}

/** Hands a shift over to whoever comes next on the same post: first to whom and with what words, then what is open, under a signature. */
export function HandOverDialog({ post, shift, onClose }: { post: PostView; shift: ShiftView; onClose: () => void }) {
  const words = useWords(rosterTexts);
  const now = useTimes().now().toISOString();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const [ready, setReady] = useState<Ready | null>(null);
  const { run, busy } = useAct<PreparedHandover>({ onProblem: (problem) => showInForm(form, problem) });
  const coming = new Map(
    post.shifts
      .filter((one) => one.untilAt > now && one.person.id !== shift.person.id)
      .map(({ person }) => [person.id, person.name]),
  );
  const options = [...coming].map(([value, label]) => ({ value, label }));
  const prepare = async ({ comingId, note = '' }: Typed): Promise<void> => {
    const about = { shiftId: shift.id, comingId, note: note.trim() };
    const prepared = await run('POST', '/handover-statements', { verdict: 'handed-over', ...about });
    if (prepared) setReady({ prepared, comingId, note: note.trim() });
  };
  if (ready)
    return (
      <SignHandover
        title={words.signOver}
        says={words.saysOver(
          shift.person.name,
          `${post.roleName} · ${post.place.name}`,
          coming.get(ready.comingId) ?? '',
        )}
        span={shift}
        note={ready.note}
        comingId={ready.comingId}
        prepared={ready.prepared}
        path="/handovers"
        body={{ shiftId: shift.id, comingId: ready.comingId, note: ready.note }}
        onStale={() => void prepare(ready)}
        onBack={() => setReady(null)}
        onDone={() => {
          void message.success(words.handedOver);
          onClose();
        }}
      />
    );
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
          onFinish={(typed) => void prepare(typed)}
        >
          <Form.Item name="comingId" label={words.coming} rules={[{ required: true, message: words.needed }]}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="note" label={words.note} extra={words.noteHint}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
          <SaveButton busy={busy}>{words.toSign}</SaveButton>
        </Form>
      )}
    </Modal>
  );
}
