import { Form, Modal } from 'antd';
import dayjs from 'dayjs';
import type { OrderView, Wish } from '@xiangyin/server/contract';
import { SaveButton } from '../../kit/save-button.tsx';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { wishesOf, type TypedOrder } from '../new-order/typed-order.ts';
import { WishFields } from '../wish-fields.tsx';

type Typed = Pick<TypedOrder, 'wishes'>;

/** Another time is wished: what was arranged is undone, and said so before. With a `title` of its own: for an order that is made from this one. */
export function WishDialog({
  order,
  title,
  busy,
  onClose,
  onWish,
}: {
  order: OrderView;
  title?: string;
  busy: boolean;
  onClose: () => void;
  onWish: (wishes: Wish[]) => Promise<boolean>;
}) {
  const { wish } = useWords(deskTexts);
  const before = order.wishes.map(({ on, part }) => ({ day: on ? dayjs(on) : null, part }));
  const give = async ({ wishes = [] }: Typed): Promise<void> => {
    const typed = wishesOf(wishes);
    if (await onWish(typed.length > 0 ? typed : [{ on: null, part: 'any' }])) onClose();
  };
  return (
    <Modal open onCancel={onClose} footer={null} title={title ?? wish.title} width={440}>
      {(order.state === 'dispatched' || order.state === 'taken') && (
        <p className="notice due" style={{ marginBottom: 12 }}>
          {wish.hint}
        </p>
      )}
      <Form<Typed>
        layout="vertical"
        requiredMark={false}
        initialValues={{ wishes: before.length > 0 ? before : [{ day: null, part: 'any' }] }}
        onFinish={(typed) => void give(typed)}
      >
        <WishFields />
        <SaveButton busy={busy}>{title}</SaveButton>
      </Form>
    </Modal>
  );
}
