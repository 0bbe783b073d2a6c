import { Button } from 'antd';
import type { OrderLine, OrderView } from '@xiangyin/server/contract';
import { refresh } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useAct } from '../../kit/use-act.ts';
import { LinkButton } from '../../kit/link-button.tsx';
import { triageTexts } from '../order/triage-texts.ts';
import { useTakenBack } from '../order/use-taken-back.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

/** What is to be done next with an order, in its row. */
export function NextAct({ order }: { order: OrderLine }) {
  const { acts } = useWords(volunteeringTexts);
  const triage = useWords(triageTexts);
  const { tell } = useTakenBack();
  const { run, busy } = useAct<OrderView>();
  const accept = async (): Promise<void> => {
    const after = await run('POST', `/orders/${order.id}/triages`, { verdict: 'accept' });
    if (!after) return;
    tell(after, triage.done);
    await refresh();
  };
  const may = (ability: string): boolean => order.abilities.includes(ability);
  if (order.state === 'submitted' && may('order.triage') && !order.suspect)
    return (
      <Button size="small" loading={busy} onClick={() => void accept()}>
        {acts.accept}
      </Button>
    );
  if (order.state === 'submitted' && may('order.triage'))
    return (
      <LinkButton to={`/orders/${order.id}`} size="small">
        {acts.triage}
      </LinkButton>
    );
  if (order.state === 'accepted' && may('order.dispatch'))
    return (
      <LinkButton to={`/orders/${order.id}?dispatch`} size="small" type="primary">
        {acts.dispatch}
      </LinkButton>
    );
  if (order.state === 'done' && may('order.confirm'))
    return (
      <LinkButton to={`/orders/${order.id}`} size="small">
        {acts.confirm}
      </LinkButton>
    );
  return null;
}
