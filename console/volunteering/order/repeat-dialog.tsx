import { DatePicker, Form, InputNumber, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { OrderView } from '@xiangyin/server/contract';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { seriesTexts } from '../series-texts.ts';
import { useOrderAct } from './use-order-act.ts';

const rules = {
  daily: 'FREQ=DAILY',
  weekly: 'FREQ=WEEKLY',
  fortnightly: 'FREQ=WEEKLY;INTERVAL=2',
  monthly: 'FREQ=MONTHLY',
} as const;

interface Typed {
  every: keyof typeof rules;
  until: Dayjs;
  leadDays: number;
}

/** How often an order comes again, and until when; its first day is the order's first wish. */
export function RepeatDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const words = useWords(seriesTexts);
  const times = useTimes();
  const { send, busy } = useOrderAct(order);
  const first = order.wishes[0]?.on ?? '';
  const give = async ({ every, until, leadDays }: Typed): Promise<void> => {
    const rule = `${rules[every]};UNTIL=${until.format('YYYYMMDD')}`;
    if (await send('repetitions', { rule, leadDays }, words.saved)) onClose();
  };
  const latest = dayjs(first).add(1, 'year');
  return (
    <Modal open onCancel={onClose} footer={null} title={words.begin} width={440}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {words.first(times.on(`${first}T12:00:00Z`))}
      </p>
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ every: 'weekly', leadDays: 7 }}
        onFinish={(typed) => void give(typed)}
      >
        <Form.Item name="every" label={words.every}>
          <Select
            options={(Object.keys(rules) as Typed['every'][]).map((value) => ({ value, label: words.often[value] }))}
          />
        </Form.Item>
        <Form.Item name="until" label={words.until} rules={[{ required: true, message: words.untilNeeded }]}>
          <DatePicker
            style={{ width: '100%' }}
            disabledDate={(day) => !day.isAfter(dayjs(first)) || day.isAfter(latest)}
          />
        </Form.Item>
        <Form.Item name="leadDays" label={words.leadDays}>
          <InputNumber min={1} max={30} />
        </Form.Item>
        <SaveButton busy={busy}>{words.begin}</SaveButton>
      </Form>
    </Modal>
  );
}
