import { App, Form, Modal, Select, TimePicker } from 'antd';
import type { Dayjs } from 'dayjs';
import type { LimitLine, Limits } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { allSteps, usePlaces } from '../../places/use-places.ts';
import { deskTexts } from '../desk-texts.ts';
import { useServiceChoices } from '../use-service-choices.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { minutesOf, momentAt } from './day-times.ts';
import { DurationField } from './duration-field.tsx';
import { spanOf, timeNames } from './limit-span.ts';
import type { Span, TimeName } from './limit-span.ts';

interface Typed extends Record<TimeName['key'], Span> {
  serviceId: string;
  level: 'any' | 'county' | 'town' | 'village';
  answered: [Dayjs, Dayjs];
  offersAnswered: [Dayjs, Dayjs];
}

/** Sets times for a service, a level, both or the county. */
export function LimitDialog({
  line,
  start,
  known,
  onClose,
}: {
  /** The row to change; null: a new one that begins with `start`. */
  line: LimitLine | null;
  start: Limits;
  known: readonly LimitLine[];
  onClose: () => void;
}) {
  const { limits } = useWords(deskTexts);
  const { needed: neededText } = useWords(volunteeringTexts);
  const { steps } = usePlaces();
  const { message } = App.useApp();
  const choices = useServiceChoices();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<LimitLine>({ onProblem: (problem) => showInForm(form, problem) });
  const serviceId = Form.useWatch('serviceId', form);
  const level = Form.useWatch('level', form);
  const knownOf = (of: { serviceId: string | null; level: LimitLine['level'] }): LimitLine | null =>
    known.find((row) => row.serviceId === of.serviceId && row.level === of.level) ?? null;
  const isKnown = !line && known.some((row) => (row.serviceId ?? '') === serviceId && (row.level ?? 'any') === level);
  const spans = Object.fromEntries(timeNames.map((name) => [name.key, spanOf(line ?? start, name)]));
  const save = async (typed: Typed): Promise<void> => {
    const scope = line ?? { serviceId: typed.serviceId || null, level: typed.level === 'any' ? null : typed.level };
    const times = Object.fromEntries(
      timeNames.flatMap(({ key, workingDays }) => [
        [key, typed[key].minutes],
        ...(workingDays ? [[workingDays, typed[key].workingDays]] : []),
      ]),
    );
    const [answeredFrom, answeredUntil] = typed.answered.map(minutesOf);
    const [offersAnsweredFrom, offersAnsweredUntil] = typed.offersAnswered.map(minutesOf);
    const hours = { answeredFrom, answeredUntil, offersAnsweredFrom, offersAnsweredUntil };
    const change = { serviceId: scope.serviceId, level: scope.level, ...times, ...hours };
    if (!(await run('PUT', '/limits', { ...change, read: line ?? knownOf(scope) }))) return;
    void message.success(limits.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={line ? limits.change : limits.add} width={600}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...spans,
          answered: [momentAt((line ?? start).answeredFrom), momentAt((line ?? start).answeredUntil)],
          offersAnswered: [momentAt((line ?? start).offersAnsweredFrom), momentAt((line ?? start).offersAnsweredUntil)],
          serviceId: line?.serviceId ?? '',
          level: line?.level ?? 'any',
        }}
        onFinish={(typed) => void save(typed)}
      >
        {line === null && (
          <div className="two-fields">
            <Form.Item name="serviceId" label={limits.service}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={[{ value: '', label: limits.anyService }, ...choices]}
              />
            </Form.Item>
            <Form.Item name="level" label={limits.level}>
              <Select
                options={[
                  { value: 'any', label: limits.anyLevel },
                  ...allSteps.map((value) => ({ value, label: steps[value].service })),
                ]}
              />
            </Form.Item>
          </div>
        )}
        {isKnown && (
          <p className="notice due" role="status" style={{ marginBottom: 12 }}>
            {limits.taken}
          </p>
        )}
        <div className="two-fields">
          {timeNames.map(({ key, word, workingDays }) => (
            <Form.Item key={key} name={key} label={limits[word]} rules={[{ required: true, message: neededText }]}>
              <DurationField label={limits[word]} withWorkingDays={workingDays !== null} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="answered" label={limits.answered} extra={limits.answeredHint} rules={[{ required: true }]}>
          <TimePicker.RangePicker format="HH:mm" minuteStep={15} allowClear={false} order={false} />
        </Form.Item>
        <Form.Item
          name="offersAnswered"
          label={limits.offersAnswered}
          extra={limits.offersAnsweredHint}
          rules={[{ required: true }]}
        >
          <TimePicker.RangePicker format="HH:mm" minuteStep={15} allowClear={false} order={false} />
        </Form.Item>
        <p className="meta" style={{ marginBottom: 16 }}>
          {limits.workingDaysHint}
        </p>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
