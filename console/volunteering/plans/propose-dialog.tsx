import { DatePicker, Form, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import type { DispatchPlanView, NewDispatchPlan } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';
import { useServiceChoices } from '../use-service-choices.ts';

interface Typed {
  placeId: string;
  startsOn: Dayjs;
  days: number;
  serviceIds?: string[];
  seed: number;
}

/** Asks for a plan: where, from when, for how many days, which services, by which seed; `again`: as this one was asked for, behind the same plan where it follows one. */
export function ProposeDialog({
  again,
  onClose,
}: {
  again?: Pick<DispatchPlanView, 'place' | 'startsOn' | 'days' | 'services' | 'seed' | 'followsId'>;
  onClose: () => void;
}) {
  const words = useWords(planTexts);
  const times = useTimes();
  const here = usePlaceHere();
  const { places } = usePlaces();
  const services = useServiceOptions(again?.services ?? []);
  const goTo = useNavigate();
  const [form] = Form.useForm<Typed>();
  const typedNow = Form.useWatch([], form);
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
      serviceIds: typed.serviceIds ?? [],
      seed: typed.seed,
      ...(again?.followsId && isSameQueue(again, typed) ? { followsId: again.followsId } : {}),
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
          serviceIds: again?.services.map(({ id }) => id) ?? [],
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
        <Form.Item name="serviceIds" label={words.services} extra={words.servicesHint}>
          <Select
            mode="multiple"
            allowClear
            maxCount={50}
            options={services}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="seed" label={words.seed} extra={words.seedHint} rules={[{ required: true }]}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: 140 }} />
        </Form.Item>
        {again?.followsId && (
          <p className="meta" role="status">
            {!typedNow || isSameQueue(again, typedNow) ? words.goesOn : words.fromFirst}
          </p>
        )}
        <SaveButton busy={busy}>{words.start}</SaveButton>
      </Form>
    </Modal>
  );
}

// Another place or other services have another first order: nothing is gone on with there.
const isSameQueue = (
  before: Pick<DispatchPlanView, 'place' | 'services'>,
  { placeId, serviceIds = [] }: Pick<Typed, 'placeId' | 'serviceIds'>,
): boolean =>
  before.place.id === placeId &&
  before.services.length === serviceIds.length &&
  before.services.every(({ id }) => serviceIds.includes(id));

/** Those that are offered, and those of the plan before that are not any more. */
function useServiceOptions(before: DispatchPlanView['services']): { value: string; label: string }[] {
  const language = useLanguage();
  const offered = useServiceChoices().map(({ value, label }) => ({ value, label }));
  const others = before.filter(({ id }) => !offered.some(({ value }) => value === id));
  return [...offered, ...others.map(({ id, name }) => ({ value: id, label: inWords(name, language) }))];
}
