import { App } from 'antd';
import type { OrderView } from '@xiangyin/server/contract';
import { queries } from '../../kit/queries.ts';
import { useAct } from '../../kit/use-act.ts';
import { keepFocus } from './keep-focus.ts';

/** One act on an order: sends it, puts the answer on the screen, says that it was received, or tells it as asked. */
export function useOrderAct(order: Pick<OrderView, 'id'>, method: 'POST' | 'PUT' = 'POST') {
  const { message } = App.useApp();
  const { run, busy } = useAct<OrderView>();
  const send = async (
    path: string,
    body: unknown,
    said: string,
    tell: (after: OrderView, said: string) => void = () => void message.success(said),
  ): Promise<boolean> => {
    const after = await run(method, `/orders/${order.id}/${path}`, body);
    if (!after) return false;
    queries.setQueryData(['order', order.id], after);
    tell(after, said);
    // Not waited for: the answer is on the screen already, and an open form would take a second click.
    void queries.invalidateQueries();
    keepFocus();
    return true;
  };
  return { send, busy };
}
