import { App, DatePicker, Form, Input, Modal, Select, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { IdeaChangeRequest, IdeaLine, IdeaView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { kitTexts } from '../../kit/kit-texts.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, toCounty } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { PlacePicker } from '../../places/place-picker.tsx';
import { useSections } from '../use-sections.ts';
import { planningTexts } from './planning-texts.ts';
import { repeatTexts } from './repeat-texts.ts';

interface Typed {
  title: string;
  note?: string;
  placeIds: string[];
  sectionId?: string | null;
  timed: boolean;
  from?: Dayjs | null;
  until?: Dayjs | null;
}

/** Changes an idea on the version that was seen. Only the line itself is needed. */
export function IdeaDialog({ idea, onClose }: { idea: IdeaLine; onClose: () => void }) {
  const words = useWords(planningTexts);
  const kit = useWords(kitTexts);
  const repeat = useWords(repeatTexts);
  const zone = useMe().county.timeZone;
  const sections = useSections();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const timed = Form.useWatch('timed', form) ?? idea.startsAt !== null;
  const { run, busy } = useAct<IdeaView>({ onProblem: (problem) => showInForm(form, problem) });
  const save = async (typed: Typed): Promise<void> => {
    const body: IdeaChangeRequest = {
      version: idea.version,
      title: typed.title,
      note: typed.note ?? '',
      placeIds: typed.placeIds,
      sectionId: typed.sectionId ?? null,
      window: typed.timed
        ? {
            startsAt: typed.from ? fromCounty(typed.from, zone) : null,
            endsAt: typed.from && typed.until ? fromCounty(typed.until, zone) : null,
          }
        : {
            fromOn: typed.from?.format('YYYY-MM-DD') ?? null,
            untilOn: typed.from && typed.until ? typed.until.format('YYYY-MM-DD') : null,
          },
    };
    if (!(await run('PATCH', `/ideas/${idea.id}`, body))) return;
    void message.success(words.saved);
    onClose();
    await refresh();
  };
  const at = (iso: string | null, day: string | null): Dayjs | null =>
    iso ? toCounty(iso, zone) : day ? dayjs(day) : null;
  const picker = { showTime: timed ? { format: 'HH:mm' } : false, style: { width: '100%' } } as const;
  return (
    <Modal open onCancel={onClose} footer={null} title={words.change} width={520} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          title: idea.title,
          note: idea.note,
          placeIds: idea.places.map(({ id }) => id),
          sectionId: idea.section?.id ?? null,
          timed: idea.startsAt !== null,
          from: at(idea.startsAt, idea.fromOn),
          until: idea.startsAt ? at(idea.endsAt, null) : idea.untilOn !== idea.fromOn ? at(null, idea.untilOn) : null,
        }}
        onFinish={(typed) => void save(typed)}
      >
        {idea.recurrence && (
          <Form.Item>
            <span className="meta">{repeat.onlyThis}</span>
          </Form.Item>
        )}
        <Form.Item
          name="title"
          label={words.title}
          rules={[{ required: true, whitespace: true, message: words.needed.title }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={words.noteLabel}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="from" label={words.from}>
            <DatePicker {...picker} />
          </Form.Item>
          <Form.Item name="until" label={words.until}>
            <DatePicker {...picker} />
          </Form.Item>
        </div>
        <Form.Item name="timed" label={words.timed} layout="horizontal" valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="placeIds" label={words.places} rules={[{ required: true, message: words.needed.place }]}>
          <PlacePicker multiple />
        </Form.Item>
        <Form.Item name="sectionId" label={words.section}>
          <Select allowClear options={sections} placeholder={words.noSection} />
        </Form.Item>
        <SaveButton busy={busy}>{kit.save}</SaveButton>
      </Form>
    </Modal>
  );
}
