import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrderView, PlacedOrder } from '@xiangyin/server/contract';
import { queries } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { newOrderTexts } from '../new-order/new-order-texts.ts';
import { Placed } from '../new-order/placed.tsx';
import { WishDialog } from './wish-dialog.tsx';

/** The same once more, for another time: then its code and slip, as of any new order. */
export function AgainDialog({ order, title, onClose }: { order: OrderView; title: string; onClose: () => void }) {
  const words = useWords(newOrderTexts);
  const go = useNavigate();
  const [placed, setPlaced] = useState<PlacedOrder | null>(null);
  const { run, busy } = useAct<PlacedOrder>();
  if (placed)
    return (
      <Modal open onCancel={onClose} footer={null} title={words.placed} width={460}>
        <Placed placed={placed} isInDialog onAnother={() => void go('/orders/new')} />
      </Modal>
    );
  return (
    <WishDialog
      order={{ ...order, wishes: [] }}
      title={title}
      busy={busy}
      onClose={onClose}
      onWish={async (wishes) => {
        const answer = await run('POST', `/orders/${order.id}/copies`, { wishes });
        if (answer) {
          setPlaced(answer);
          void queries.invalidateQueries();
        }
        // The dialog stays, to be read out from.
        return false;
      }}
    />
  );
}
