import { useQuery } from '@tanstack/react-query';
import { App, DatePicker, Form, Modal, Segmented, Select, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { NewRotation, postHolders, rotationMade } from '@xiangyin/server/contract';
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
  personIds: string[];
  each: NewRotation['each'];
  fromOn: Dayjs;
  untilOn: Dayjs;
  changesAt: Dayjs;
}

/** What is filled: a role at a place, whether or not anybody ever stood there. */
export interface Post {
  readonly role: NewRotation['role'];
  readonly place: { readonly id: string };
}

/** Fills a post from a list of people, one after the other: two months ahead unless told otherwise. */
export function FillDialog({ post, name, onClose }: { post: Post; name: string; onClose: () => void }) {
  const words = useWords(rosterTexts);
  const times = useTimes();
  const me = useMe();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<Answer<typeof rotationMade>>({ onProblem: (problem) => showInForm(form, problem) });
  const holders = useQuery({
    queryKey: ['duty-roster', 'holders', post.role, post.place.id],
    queryFn: ({ signal }) =>
      read<Answer<typeof postHolders>>('/duty-roster/holders', { role: post.role, placeId: post.place.id }, { signal }),
  });
  const fill = async (typed: Typed): Promise<void> => {
    const made = await run('POST', '/duty-rotations', {
      role: post.role,
      placeId: post.place.id,
      personIds: typed.personIds,
      each: typed.each,
      fromOn: typed.fromOn.format('YYYY-MM-DD'),
      untilOn: typed.untilOn.format('YYYY-MM-DD'),
      changesAt: typed.changesAt.format('HH:mm'),
    } satisfies NewRotation);
    if (!made) return;
    void message.success(made.shifts === 0 ? words.nothingFree : words.filled(String(made.shifts)));
    onClose();
    await refresh();
  };
  const today = dayjs(times.now().format('YYYY-MM-DD'));
  const others = holders.data?.items.filter(({ id }) => id !== me.personId);
  const needed = [{ required: true, message: words.needed }];
  const full = { style: { width: '100%' } } as const;
  return (
    <Modal open onCancel={onClose} footer={null} title={words.fillTitle(name)} width={480} destroyOnHidden>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{
          each: 'half-month',
          fromOn: today,
          untilOn: today.add(2, 'month').endOf('month'),
          changesAt: dayjs('2026-01-01T08:00'),
        }}
        onFinish={(typed) => void fill(typed)}
      >
        <Form.Item
          name="personIds"
          label={words.people}
          extra={others?.length === 0 ? words.begin.nobody : words.peopleHint}
          rules={needed}
        >
          <Select
            mode="multiple"
            maxCount={20}
            loading={holders.isPending}
            optionFilterProp="label"
            options={(others ?? []).map(({ id, name: label }) => ({ value: id, label }))}
          />
        </Form.Item>
        <Form.Item name="each" label={words.each}>
          <Segmented
            aria-label={words.each}
            options={(['half-month', 'week', 'day'] as const).map((value) => ({ value, label: words.eaches[value] }))}
          />
        </Form.Item>
        <div className="two-fields">
          <Form.Item name="fromOn" label={words.from} rules={needed}>
            <DatePicker {...full} allowClear={false} />
          </Form.Item>
          <Form.Item name="untilOn" label={words.until} rules={needed}>
            <DatePicker {...full} allowClear={false} />
          </Form.Item>
        </div>
        <Form.Item name="changesAt" label={words.changesAt} rules={needed}>
          <TimePicker format="HH:mm" minuteStep={15} allowClear={false} />
        </Form.Item>
        <SaveButton busy={busy}>{words.fill}</SaveButton>
      </Form>
    </Modal>
  );
}
