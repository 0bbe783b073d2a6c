import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { NewPastVisit, OrderView, volunteerList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { SaveButton } from '../../kit/save-button.tsx';
import { useMe } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { fromCounty, useTimes } from '../../kit/time.ts';
import { presenceTexts } from '../presence-texts.ts';
import { useOrderAct } from './use-order-act.ts';

/** Somebody was there although nobody had planned it: a button, and the form behind it. */
export function PastVisit({ order }: { order: OrderView }) {
  const { past } = useWords(presenceTexts);
  const [asking, setAsking] = useState(false);
  if (!order.abilities.includes('order.enter-visit')) return null;
  return (
    <>
      <Button type="link" style={{ padding: 0, alignSelf: 'start' }} onClick={() => setAsking(true)}>
        {past.act}
      </Button>
      {asking && <PastVisitDialog order={order} onClose={() => setAsking(false)} />}
    </>
  );
}

interface Typed {
  /** With their names: who was chosen stays in sight while another is looked for. */
  people: { value: string; label: string }[];
  from: Dayjs;
  until: Dayjs;
  note?: string;
}

function PastVisitDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { past } = useWords(presenceTexts);
  const times = useTimes();
  const zone = useMe().county.timeZone;
  const { send, busy } = useOrderAct(order);
  const give = async ({ people, from, until, note = '' }: Typed): Promise<void> => {
    const body: NewPastVisit = {
      personIds: people.map(({ value }) => value),
      from: fromCounty(from, zone),
      until: fromCounty(until, zone),
      note,
    };
    if (await send('past-visits', body, past.done)) onClose();
  };
  const today = dayjs(times.now().format('YYYY-MM-DD'));
  return (
    <Modal open onCancel={onClose} footer={null} title={past.act} width={460}>
      <p className="meta" style={{ marginBottom: 12 }}>
        {past.hint}
      </p>
      <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => void give(typed)}>
        <Who />
        {(['from', 'until'] as const).map((name) => (
          <Form.Item key={name} name={name} label={past[name]} rules={[{ required: true, message: past.timeNeeded }]}>
            <DatePicker
              style={{ width: '100%' }}
              showTime={{ format: 'HH:mm' }}
              disabledDate={(day) => day.isAfter(today, 'day')}
            />
          </Form.Item>
        ))}
        <Form.Item name="note" label={past.note}>
          <Input.TextArea rows={3} maxLength={500} />
        </Form.Item>
        <SaveButton busy={busy}>{past.act}</SaveButton>
      </Form>
    </Modal>
  );
}

function Who() {
  const { past } = useWords(presenceTexts);
  const [search, setSearch] = useState('');
  const found = useQuery<Answer<typeof volunteerList>>({
    queryKey: ['volunteers', 'find', search],
    placeholderData: (before) => before,
    queryFn: ({ signal }) => read<Answer<typeof volunteerList>>('/volunteers', { q: search, limit: 30 }, { signal }),
  });
  return (
    <Form.Item name="people" label={past.who} rules={[{ required: true, message: past.whoNeeded }]}>
      <Select
        mode="multiple"
        labelInValue
        maxCount={10}
        placeholder={past.find}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        options={(found.data?.items ?? []).map((one) => ({ value: one.personId, label: one.name }))}
      />
    </Form.Item>
  );
}
