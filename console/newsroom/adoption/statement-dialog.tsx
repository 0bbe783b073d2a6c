import { App, DatePicker, Form, Modal } from 'antd';
import type { Dayjs } from 'dayjs';
import type { AdoptionStatement } from '@xiangyin/server/contract';
import { csvOf, download } from '../../kit/csv.ts';
import { showInForm } from '../../kit/form-problems.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { adoptionTexts } from './adoption-texts.ts';

interface Typed {
  from: Dayjs;
  until: Dayjs;
}

/** 稿费清单: taken out as a file and shown nowhere: what pays people is no list on a wall. */
export function StatementDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(adoptionTexts);
  const times = useTimes();
  const place = usePlaceHere();
  const { message } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const { run, busy } = useAct<AdoptionStatement>({ onProblem: (problem) => showInForm(form, problem) });
  const last = times.now().subtract(1, 'month');
  const take = async ({ from, until }: Typed): Promise<void> => {
    const asked = { from: from.format('YYYY-MM-DD'), until: until.format('YYYY-MM-DD') };
    const stated = await run('POST', '/adoption-statements', { ...asked, ...(place ? { place } : {}) });
    if (!stated) return;
    if (stated.items.length === 0) return void message.info(words.statement.none);
    const rows = stated.items.map((one) => [one.person.name, String(one.adoptions), String(one.points)]);
    download(
      csvOf([[words.statement.name, words.figures.adoptions, words.points], ...rows]),
      `${words.statement.file}-${asked.from}-${asked.until}.csv`,
    );
    onClose();
  };
  const needed = [{ required: true, message: words.needed }];
  return (
    <Modal open onCancel={onClose} footer={null} title={words.statement.title} width={440}>
      <p style={{ marginBottom: 16 }}>{words.statement.lead}</p>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: last.startOf('month'), until: last.endOf('month') }}
        onFinish={(typed) => void take(typed)}
      >
        <div className="row" style={{ gap: '0 16px' }}>
          <Form.Item name="from" label={words.from} rules={needed} style={{ flex: '1 1 140px' }}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="until" label={words.until} rules={needed} style={{ flex: '1 1 140px' }}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <SaveButton busy={busy}>{words.statement.get}</SaveButton>
      </Form>
    </Modal>
  );
}
