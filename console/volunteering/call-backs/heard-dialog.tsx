import { App, Form, InputNumber, Modal, Radio, Rate } from 'antd';
import type { CallBackLine } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { proofTexts } from '../hours/hours-texts.ts';
import { callBackTexts } from '../call-back-texts.ts';

interface Typed {
  heard: 'yes' | 'no' | 'none';
  score?: number;
  minutes?: number | null;
}

/** What the caller heard: done, not done, or nobody answered. */
export function HeardDialog({ callBack, onClose }: { callBack: CallBackLine; onClose: () => void }) {
  const words = useWords(callBackTexts);
  const { differences } = useWords(proofTexts);
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const heard = Form.useWatch('heard', form);
  const { run, busy } = useAct<CallBackLine>();
  const save = async (typed: Typed): Promise<void> => {
    const body =
      typed.heard === 'none'
        ? { reached: false }
        : {
            reached: true,
            said: typed.heard === 'yes' ? 'confirmed' : 'disputed',
            ...(typed.score ? { score: typed.score } : {}),
            ...(typeof typed.minutes === 'number' ? { minutes: typed.minutes } : {}),
          };
    if (!(await run('POST', `/call-backs/${callBack.id}/results`, body))) return;
    void message.success(words.saved);
    onClose();
    await refresh();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={words.enterTitle} width={420}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.ask}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed: Typed) => void save(typed)}>
        <Form.Item name="heard" label={words.result} rules={[{ required: true, message: words.needed }]}>
          <Radio.Group
            optionType="button"
            options={(['yes', 'no', 'none'] as const).map((value) => ({ value, label: words.heard[value] }))}
          />
        </Form.Item>
        {heard !== 'none' && (
          <>
            <Form.Item name="score" label={words.score}>
              <Rate />
            </Form.Item>
            <Form.Item name="minutes" label={differences.otherMinutes} extra={differences.otherMinutesHint}>
              <InputNumber min={0} max={1_440} precision={0} style={{ width: 140 }} />
            </Form.Item>
          </>
        )}
        <SaveButton busy={busy}>{words.save}</SaveButton>
      </Form>
    </Modal>
  );
}
