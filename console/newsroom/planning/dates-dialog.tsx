import { App, Button, Form, Input, Modal, Segmented, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { IdeaView, RecurrenceChangeRequest } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { toCounty } from '../../kit/time.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { useSections } from '../use-sections.ts';
import { planningTexts } from './planning-texts.ts';
import { readRule, writeRule, type RuleChoice } from './repeat-rule.ts';
import { repeatTexts } from './repeat-texts.ts';
import { RuleFields } from './rule-fields.tsx';
import { useChangeRecurrence } from './use-change-recurrence.tsx';

interface Typed {
  scope: 'following' | 'all';
  title: string;
  note?: string;
  placeIds: string[];
  sectionId?: string | null;
  starts?: Dayjs | null;
  ends?: Dayjs | null;
  rule: RuleChoice;
}
type Recurrence = NonNullable<IdeaView['recurrence']>;

/** Changes this date of a recurring idea and all after it, or all from today on. Only what was changed here is sent, so that a date changed by itself lends the others nothing of its own. */
export function DatesDialog({
  idea,
  recurrence,
  onClose,
}: {
  idea: IdeaView;
  recurrence: Recurrence;
  onClose: () => void;
}) {
  const words = useWords(repeatTexts);
  const plan = useWords(planningTexts);
  const kit = useWords(kitTexts);
  const zone = useMe().county.timeZone;
  const sections = useSections();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const [form] = Form.useForm<Typed>();
  const { change, busy } = useChangeRecurrence((problem) => showInForm(form, problem));
  const clock = (iso: string | null): Dayjs | null => (iso ? toCounty(iso, zone) : null);
  const before: Typed = {
    scope: 'following',
    title: idea.title,
    note: idea.note,
    placeIds: idea.places.map(({ id }) => id),
    sectionId: idea.section?.id ?? null,
    starts: clock(idea.startsAt),
    ends: clock(idea.endsAt),
    rule: readRule(recurrence.rule, recurrence.startsOn),
  };
  const save = async (typed: Typed): Promise<void> => {
    const wanted = changesOf(idea, before, typed);
    if (Object.keys(wanted).length === 0) return void message.info(words.nothing);
    if (await change(idea, { scope: typed.scope, ...wanted })) onClose();
  };
  const stop = async (): Promise<void> => {
    const sure = await confirm({ title: words.stopTitle, consequence: words.stopConsequence, act: words.stop });
    if (sure && (await change(idea, { scope: 'following', rule: null }))) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.changeManyTitle} width={520} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={before}
        onFinish={() => void save(form.getFieldsValue(true) as Typed)}
      >
        <Form.Item name="scope" label={words.scope} extra={words.scopeHint}>
          <Segmented
            aria-label={words.scope}
            block
            options={(['following', 'all'] as const).map((value) => ({ value, label: words.scopes[value] }))}
          />
        </Form.Item>
        <Form.Item name="title" label={plan.title} rules={[{ required: true, whitespace: true, message: plan.quick }]}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="starts" label={words.startsAt}>
            <TimePicker format="HH:mm" minuteStep={5} placeholder={words.wholeDay} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="ends" label={words.endsAt}>
            <TimePicker format="HH:mm" minuteStep={5} placeholder="" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <RuleFields day={recurrence.recursOn} />
        <Form.Item name="note" label={plan.noteLabel}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="placeIds" label={plan.places} rules={[{ required: true, message: plan.places }]}>
          <PlacePicker multiple />
        </Form.Item>
        <Form.Item name="sectionId" label={plan.section}>
          <Select allowClear options={sections} placeholder={plan.noSection} />
        </Form.Item>
        <div className="row">
          <SaveButton busy={busy}>{kit.save}</SaveButton>
          <Button type="text" danger disabled={busy} onClick={() => void stop()}>
            {words.stop}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function changesOf(idea: IdeaView, before: Typed, typed: Typed): Partial<RecurrenceChangeRequest> {
  const clock = (at: Dayjs | null | undefined): string | null => at?.format('HH:mm') ?? null;
  const rule = writeRule(typed.rule);
  const isTimed = clock(typed.starts) !== clock(before.starts) || clock(typed.ends) !== clock(before.ends);
  const days = Math.max(1, dayjs(idea.untilOn).diff(dayjs(idea.fromOn), 'day') + 1);
  return {
    ...(typed.title === before.title ? {} : { title: typed.title }),
    ...((typed.note ?? '') === before.note ? {} : { note: typed.note ?? '' }),
    ...((typed.sectionId ?? null) === before.sectionId ? {} : { sectionId: typed.sectionId ?? null }),
    ...(typed.placeIds.join() === before.placeIds.join() ? {} : { placeIds: typed.placeIds }),
    ...(rule === writeRule(before.rule) ? {} : { rule }),
    ...(isTimed
      ? {
          times: {
            startsTime: clock(typed.starts),
            endsTime: typed.starts ? clock(typed.ends) : null,
            days,
          },
        }
      : {}),
  };
}
