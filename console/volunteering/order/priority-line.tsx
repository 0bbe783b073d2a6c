import { Select } from 'antd';
import type { OrderView, Urgency } from '@xiangyin/server/contract';
import { useWords } from '../../kit/texts.ts';
import { deskTexts } from '../desk-texts.ts';
import { triageTexts } from './triage-texts.ts';
import { useOrderAct } from './use-order-act.ts';

const urgencies = ['usual', 'soon', 'urgent'] as const satisfies readonly Urgency[];

/** In what order people are found for it: the points, their parts, and the formula. */
export function PriorityLine({ order }: { order: OrderView }) {
  const { priority: words } = useWords(deskTexts);
  const triage = useWords(triageTexts);
  const { send, busy } = useOrderAct(order);
  const { priority } = order;
  if (!priority) return null;
  return (
    <>
      <dt>{words.title}</dt>
      <dd>
        <span className="row">
          <strong className="num">{words.points(priority.points)}</strong>
          {order.abilities.includes('order.change-urgency') && (
            <Select
              size="small"
              aria-label={words.title}
              disabled={busy}
              value={order.urgency}
              style={{ minWidth: 130 }}
              options={urgencies.map((value) => ({ value, label: words.urgency[value] }))}
              onChange={(urgency) => void send('triages', { verdict: 'urgency', urgency }, triage.done)}
            />
          )}
        </span>
        <div className="meta">{words.parts(priority.urgency, priority.waiting, priority.late)}</div>
        <div className="meta">{words.formula}</div>
      </dd>
    </>
  );
}
