import { Button } from 'antd';
import { Link } from 'react-router';
import type { OrderLine, OrderView } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

/** What is to be done next with an order, in its row. */
export function NextAct({ order }: { order: OrderLine }) {
  const { acts } = useWords(volunteeringTexts);
  const { run, busy } = useAct<OrderView>();
  const may = (ability: string): boolean => order.abilities.includes(ability);
  if (order.state === 'submitted' && may('order.triage') && !order.suspect)
    return <Button size="small" loading={busy} onClick={() => void run('POST', `/orders/${order.id}/triages`, { verdict: 'accept' }).then((after) => after && refresh())}>{acts.accept}</Button>;
  if (order.state === 'submitted' && may('order.triage')) return <Link to={`/orders/${order.id}`}><Button size="small">{acts.triage}</Button></Link>;
  if (order.state === 'accepted' && may('order.dispatch')) return <Link to={`/orders/${order.id}?dispatch`}><Button size="small" type="primary">{acts.dispatch}</Button></Link>;
  if (order.state === 'done' && may('order.confirm')) return <Link to={`/orders/${order.id}`}><Button size="small">{acts.confirm}</Button></Link>;
  return null;
}
