import { App } from 'antd';
import type { OrderAct, OrderView } from '@xiangyin/server/contract';
import { useTakeBack } from '../../kit/list/many/use-take-back.tsx';
import { takeBackSeconds } from '../orders/use-many-orders.ts';

/** Says that an order was answered; where nobody outside has heard of it, with the same way back as many at once have. `before`: until when an earlier answer could be taken back, which is not what was done now. */
export function useTakenBack(before: string | null = null): { tell(after: OrderView, said: string): void } {
  const { message } = App.useApp();
  const { offer } = useTakeBack({ path: '/orders/batches', backSeconds: takeBackSeconds });
  return {
    tell: ({ id, version, takeBackUntil }, said) => {
      if (takeBackUntil === null || takeBackUntil === before) return void message.success(said);
      const back: OrderAct = { do: 'take-back', id, version };
      offer(said, [back]);
    },
  };
}
