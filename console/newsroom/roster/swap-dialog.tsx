import { useQuery } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import type { NewSwap, postHolders, PostView, ShiftView, SwapView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { rosterTexts } from './roster-texts.ts';

interface Typed {
  shiftId: string;
  askedId: string;
  otherShiftId?: string | null;
  note?: string;
}

/** Asks a colleague of the same post to take one of one's own coming shifts, for one of theirs or for none. */
export function SwapDialog({ post, onClose }: { post: PostView; onClose: () => void }) {
  const { swap: words, needed } = useWords(rosterTexts);
  const { personId } = useMe();
  const times = useTimes();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const askedId = Form.useWatch('askedId', form);
  const { run, busy } = useAct<SwapView>({ onProblem: (problem) => showInForm(form, problem) });
  const holders = useQuery({
    queryKey: ['duty-roster', 'holders', post.role, post.place.id],
    queryFn: ({ signal }) =>
      read<Answer<typeof postHolders>>('/duty-roster/holders', { role: post.role, placeId: post.place.id }, { signal }),
  });
  const now = times.now().toISOString();
  const span = ({ fromAt, untilAt }: ShiftView): string => `${times.at(fromAt)} – ${times.at(untilAt)}`;
  const comingOf = (id: string | undefined) =>
    post.shifts
      .filter(({ person, fromAt }) => person.id === id && fromAt > now)
      .map((shift) => ({ value: shift.id, label: span(shift) }));
  const own = comingOf(personId);
  const others = comingOf(askedId);
  const ask = async ({ shiftId, askedId: asked, otherShiftId, note = '' }: Typed): Promise<void> => {
    const body: NewSwap = { shiftId, askedId: asked, otherShiftId: otherShiftId ?? null, note };
    if (!(await run('POST', '/shift-swaps', body))) return;
    void message.success(words.wasAsked);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.ask} width={460} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ shiftId: own[0]?.value }}
        onFinish={(typed) => void ask(typed)}
      >
        <Form.Item name="shiftId" label={words.own} rules={[{ required: true, message: needed }]}>
          <Select options={own} />
        </Form.Item>
        <Form.Item name="askedId" label={words.whom} rules={[{ required: true, message: needed }]}>
          <Select
            loading={holders.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={(holders.data?.items ?? [])
              .filter(({ id }) => id !== personId)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={() => form.setFieldValue('otherShiftId', null)}
          />
        </Form.Item>
        {others.length > 0 && (
          <Form.Item name="otherShiftId" label={words.other} extra={words.otherHint}>
            <Select allowClear options={others} placeholder={words.forNothing} />
          </Form.Item>
        )}
        <Form.Item name="note" label={words.note}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
        </Form.Item>
        <p className="meta" style={{ marginBottom: 16 }}>
          {words.rule}
        </p>
        <SaveButton busy={busy}>{words.ask}</SaveButton>
      </Form>
    </Modal>
  );
}
