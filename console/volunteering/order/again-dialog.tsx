import { Modal } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrderView, PlacedOrder } from '@xiangyin/server/contract';
import { useConfirm } from '../../kit/confirm.ts';
import { isProblem } from '../../kit/problem.ts';
import { queries } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { newOrderTexts } from '../new-order/new-order-texts.ts';
import { Placed } from '../new-order/placed.tsx';
import { WishDialog } from './wish-dialog.tsx';

/** The same once more, for another time: then its code and slip, as of any new order. Where somebody else has just ordered it, that is said first. */
export function AgainDialog({ order, title, onClose }: { order: OrderView; title: string; onClose: () => void }) {
  const words = useWords(newOrderTexts);
  const go = useNavigate();
  const [placed, setPlaced] = useState<PlacedOrder | null>(null);
  const confirm = useConfirm();
  const isRepeated = useRef(false);
  const { run, busy } = useAct<PlacedOrder>({
    onProblem: (problem) => {
      isRepeated.current = isProblem(problem, 'OrderRepeated');
      return isRepeated.current;
    },
  });
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
        const send = (again: boolean) => {
          isRepeated.current = false;
          return run('POST', `/orders/${order.id}/copies`, { wishes, again });
        };
        const first = await send(false);
        const meant =
          isRepeated.current &&
          (await confirm({ title: words.again, consequence: words.againHint, act: words.againYes }));
        const answer = meant ? await send(true) : first;
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
