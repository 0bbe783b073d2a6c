import { Button } from 'antd';
import type { OrderView } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { triageTexts } from './triage-texts.ts';
import { useOrderAct } from './use-order-act.ts';

/** An order that another station referred here: takes it on. */
export function TakeOnBar({ order }: { order: OrderView }) {
  const triage = useWords(triageTexts);
  const { send, busy } = useOrderAct(order);
  if (!order.abilities.includes('order.take-on')) return null;
  return (
    <div className="card row">
      <span>{triage.referredHere}</span>
      <Button type="primary" loading={busy} onClick={() => void send('take-ons', undefined, triage.done)}>
        {triage.takeOn}
      </Button>
    </div>
  );
}
