import { App, DatePicker, Form, Input, InputNumber, Modal } from 'antd';
import dayjs from 'dayjs';
import type { Dayjs } from 'dayjs';
import type { InspectionView } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { inspectionTexts } from './inspection-texts.ts';

interface Typed {
  from: Dayjs;
  until: Dayjs;
  days: number;
  seed?: string;
}

/** Draws a sample: the period, how many days, and the seed that both sides agreed on. */
export function DrawDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(inspectionTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<InspectionView>({ onProblem: (problem) => showInForm(form, problem) });
  const yesterday = dayjs(times.now().format('YYYY-MM-DD')).subtract(1, 'day');
  const draw = async ({ from, until, days, seed }: Typed): Promise<void> => {
    const drawn = await run('POST', '/inspections', {
      from: from.format('YYYY-MM-DD'),
      until: until.format('YYYY-MM-DD'),
      days,
      ...(seed?.trim() ? { seed: seed.trim() } : {}),
    });
    if (!drawn) return;
    void message.success(words.drawn);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.drawing} width={480}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: yesterday.subtract(89, 'day'), until: yesterday, days: 3 }}
        onFinish={(typed) => void draw(typed)}
      >
        <div className="row" style={{ gap: 12, flexWrap: 'nowrap', alignItems: 'start' }}>
          {(['from', 'until'] as const).map((name) => (
            <Form.Item
              key={name}
              name={name}
              label={words[name]}
              rules={[{ required: true, message: words.dayMissing }]}
              style={{ flex: 1 }}
            >
              <DatePicker maxDate={yesterday} allowClear={false} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
        <p className="meta" style={{ margin: '-14px 0 18px' }}>
          {words.periodHint}
        </p>
        <Form.Item name="days" label={words.days} rules={[{ required: true, message: words.daysMissing }]}>
          <InputNumber min={1} max={31} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="seed" label={words.seed} extra={words.seedHint}>
          <Input maxLength={80} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <SaveButton busy={busy}>{words.draw}</SaveButton>
      </Form>
    </Modal>
  );
}
