import dayjs from 'dayjs';
import { App, Checkbox, Form, Input, Modal } from 'antd';
import type { StoryAdoption, StoryAdoptions } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { AdoptionFields, given } from './adoption-fields.tsx';
import type { TypedAdoption } from './adoption-fields.tsx';
import { adoptionTexts } from './adoption-texts.ts';

/** The desk enters that an outlet used the story. */
export function EnterDialog({
  storyId,
  senders,
  onClose,
}: {
  storyId: string;
  senders: StoryAdoptions['senders'];
  onClose: () => void;
}) {
  const words = useWords(adoptionTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const [form] = Form.useForm<TypedAdoption>();
  const { run, busy } = useAct<StoryAdoptions>({ onProblem: (problem) => showInForm(form, problem) });
  const enter = async (typed: TypedAdoption): Promise<void> => {
    if (!(await run('POST', `/stories/${storyId}/adoptions`, given(typed)))) return;
    void message.success(words.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.enter} width={520}>
      <p style={{ marginBottom: 16 }}>{words.enterLead}</p>
      <Form<TypedAdoption>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          level: 'city',
          medium: 'text',
          adoptedOn: times.now(),
          personIds: senders.map((one) => one.id),
        }}
        onFinish={(typed) => void enter(typed)}
      >
        <AdoptionFields senders={senders} />
        <SaveButton busy={busy}>{words.save}</SaveButton>
      </Form>
    </Modal>
  );
}

interface TypedReversal extends TypedAdoption {
  reason: string;
  anew: boolean;
}

/** Takes an adoption back that was entered wrongly, and enters what is right where there is something. */
export function ReverseDialog({
  one,
  senders,
  onClose,
}: {
  one: StoryAdoption;
  senders: StoryAdoptions['senders'];
  onClose: () => void;
}) {
  const words = useWords(adoptionTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<TypedReversal>();
  const anew = Form.useWatch('anew', form) ?? false;
  const { run, busy } = useAct<StoryAdoptions>({ onProblem: (problem) => showInForm(form, problem) });
  const reverse = async ({ reason, anew: again, ...typed }: TypedReversal): Promise<void> => {
    const body = { reason: reason.trim(), ...(again ? { instead: given(typed) } : {}) };
    if (!(await run('POST', `/adoptions/${one.id}/reversals`, body))) return;
    void message.success(words.reversedDone);
    onClose();
    await refresh();
  };
  const people = one.shares.map((share) => share.person);
  return (
    <Modal open onCancel={onClose} footer={null} title={words.reverseTitle} width={520}>
      <p style={{ marginBottom: 16 }}>{words.reverseHint}</p>
      <Form<TypedReversal>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          anew: false,
          level: one.level,
          medium: one.medium,
          outlet: one.outlet ?? words.ownOutlet,
          adoptedOn: dayjs(one.adoptedOn),
          href: one.href ?? '',
          personIds: people.map(({ id }) => id),
        }}
        onFinish={(typed) => void reverse(typed)}
      >
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, message: words.needed }]}
        >
          <Input.TextArea autoFocus maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="anew" valuePropName="checked">
          <Checkbox>{words.instead}</Checkbox>
        </Form.Item>
        {anew && <AdoptionFields senders={[...people, ...senders]} />}
        <SaveButton busy={busy}>{words.reverse}</SaveButton>
      </Form>
    </Modal>
  );
}
