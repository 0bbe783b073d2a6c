import { App } from 'antd';
import type { OrderAct, OrderView } from '@xiangyin/server/contract';
import { useTakeBack } from '../../kit/list/many/use-take-back.tsx';
import { takeBackSeconds } from '../orders/use-many-orders.ts';

/** Says that an order was answered; where nobody outside has heard of it, with the same way back as many at once have. */
export function useTakenBack(): { tell(after: OrderView, said: string): void } {
  const { message } = App.useApp();
  const { offer } = useTakeBack({ path: '/orders/batches', backSeconds: takeBackSeconds });
  return {
    tell: ({ id, version, takeBackUntil }, said) => {
      if (takeBackUntil === null) return void message.success(said);
      const back: OrderAct = { do: 'take-back', id, version };
      offer(said, [back]);
    },
  };
}
