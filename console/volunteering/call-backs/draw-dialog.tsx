import { App, DatePicker, Form, Input, InputNumber, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { DrawAnswer } from '@xiangyin/server/contract';
import { showInForm } from '../../kit/form-problems.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { callBackTexts } from '../call-back-texts.ts';

interface Typed {
  from: Dayjs;
  until: Dayjs;
  size: number;
  seed: string;
}

/** Draws finished visits of some days, at the place at hand and below. */
export function DrawDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(callBackTexts);
  const times = useTimes();
  const here = usePlaceHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<DrawAnswer>({ onProblem: (problem) => showInForm(form, problem) });
  const today = dayjs(times.now().format('YYYY-MM-DD'));
  const draw = async ({ from, until, size, seed }: Typed): Promise<void> => {
    const drawn = await run('POST', '/call-back-draws', {
      ...(here ? { placeId: here } : {}),
      from: from.format('YYYY-MM-DD'),
      until: until.format('YYYY-MM-DD'),
      size,
      seed: seed.trim(),
    });
    if (!drawn) return;
    void message.success(words.drawn(drawn.drawn, drawn.population, drawn.unassigned), 8);
    onClose();
    await refresh();
  };
  const needed = [{ required: true }];
  return (
    <Modal open onCancel={onClose} footer={null} title={words.drawTitle} width={460}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.callersHint}
      </p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: today.subtract(13, 'day'), until: today, size: 10, seed: today.format('YYYY-MM-DD') }}
        onFinish={(typed) => void draw(typed)}
      >
        <div className="two-fields">
          {(['from', 'until'] as const).map((name) => (
            <Form.Item key={name} name={name} label={words[name]} rules={needed}>
              <DatePicker allowClear={false} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="size" label={words.size} rules={needed}>
          <InputNumber min={1} max={100} precision={0} style={{ width: 100 }} />
        </Form.Item>
        <Form.Item name="seed" label={words.seed} extra={words.seedHint} rules={needed}>
          <Input maxLength={60} autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <SaveButton busy={busy}>{words.drawDo}</SaveButton>
      </Form>
    </Modal>
  );
}
