import { DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { OrderView, Wish } from '@xiangyin/server/contract';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { deskTexts } from '../desk-texts.ts';
import { usePartOptions } from '../order-states.tsx';
import { volunteeringTexts } from '../volunteering-texts.ts';

interface Typed {
  on: Dayjs | null;
  part: Wish['part'];
}

/** Another time is wished: what was arranged is undone, and said so before. */
export function WishDialog({
  order,
  busy,
  onClose,
  onWish,
}: {
  order: OrderView;
  busy: boolean;
  onClose: () => void;
  onWish: (wish: Wish) => Promise<boolean>;
}) {
  const { wish } = useWords(deskTexts);
  const words = useWords(volunteeringTexts);
  const partOptions = usePartOptions();
  const times = useTimes();
  const [before] = order.wishes;
  const today = times.now().format('YYYY-MM-DD');
  const give = async ({ on, part }: Typed): Promise<void> => {
    if (await onWish({ on: on ? on.format('YYYY-MM-DD') : null, part })) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={wish.title} width={440}>
      {(order.state === 'dispatched' || order.state === 'taken') && (
        <p className="notice due" style={{ marginBottom: 12 }}>
          {wish.hint}
        </p>
      )}
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: before?.on ? dayjs(before.on) : null, part: before?.part ?? 'any' }}
        onFinish={(typed) => void give(typed)}
      >
        <div className="two-fields">
          <Form.Item name="on" label={wish.day}>
            <DatePicker
              placeholder={words.anyDay}
              style={{ width: '100%' }}
              disabledDate={(day) => day.format('YYYY-MM-DD') < today}
            />
          </Form.Item>
          <Form.Item name="part" label={wish.part}>
            <Select options={partOptions} />
          </Form.Item>
        </div>
        <SaveButton busy={busy} />
      </Form>
    </Modal>
  );
}
