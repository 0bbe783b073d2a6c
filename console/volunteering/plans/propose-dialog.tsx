import { DatePicker, Form, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import type { DispatchPlanView, NewDispatchPlan } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';

interface Typed {
  placeId: string;
  startsOn: Dayjs;
  days: number;
  seed: number;
}

/** Asks for a plan: where, from when, for how many days, by which seed; `again`: as this one was asked for, behind the same plan where it follows one. */
export function ProposeDialog({
  again,
  onClose,
}: {
  again?: Pick<DispatchPlanView, 'place' | 'startsOn' | 'days' | 'seed' | 'followsId'>;
  onClose: () => void;
}) {
  const words = useWords(planTexts);
  const times = useTimes();
  const here = usePlaceHere();
  const { places } = usePlaces();
  const goTo = useNavigate();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<DispatchPlanView>({ onProblem: (problem) => showInForm(form, problem) });
  const root = places.find((place) => place.parentId === null);
  const today = times.now();
  // Days that are over are not planned again.
  const startsOn = again ? dayjs(again.startsOn) : today.add(1, 'day');
  const send = async (typed: Typed): Promise<void> => {
    const body: NewDispatchPlan = {
      placeId: typed.placeId,
      startsOn: typed.startsOn.format('YYYY-MM-DD'),
      days: typed.days,
      seed: typed.seed,
      ...(again?.followsId && again.place.id === typed.placeId ? { followsId: again.followsId } : {}),
    };
    const plan = await run('POST', '/dispatch-plans', body);
    if (!plan) return;
    onClose();
    await refresh();
    await goTo(`/dispatch-plans/${plan.id}`);
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.proposeTitle} width={480} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          placeId: again?.place.id ?? here ?? root?.id,
          startsOn: startsOn.isBefore(today, 'day') ? today : startsOn,
          days: again?.days ?? 7,
          seed: again?.seed ?? 1,
        }}
        onFinish={(typed) => void send(typed)}
      >
        <Form.Item name="placeId" label={words.where} rules={[{ required: true }]}>
          <PlacePicker />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="startsOn" label={words.from} rules={[{ required: true }]}>
            <DatePicker allowClear={false} style={{ width: '100%' }} minDate={today} />
          </Form.Item>
          <Form.Item name="days" label={words.days}>
            <Select options={[1, 2, 3, 5, 7, 14].map((value) => ({ value, label: words.daysOf(value) }))} />
          </Form.Item>
        </div>
        <Form.Item name="seed" label={words.seed} extra={words.seedHint} rules={[{ required: true }]}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: 140 }} />
        </Form.Item>
        <SaveButton busy={busy}>{words.start}</SaveButton>
      </Form>
    </Modal>
  );
}
