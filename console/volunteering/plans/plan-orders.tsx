import { Button } from 'antd';
import { Link } from 'react-router';
import type { DispatchPlanView, PlannedOrder } from '@xiangyin/server/contract';
import { inWords, listed, useLanguage } from '../../kit/language.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import { planTexts } from '../plan-texts.ts';
import { roundTexts } from '../round-texts.ts';
import './plans.css';

/** The plan order by order: those nobody serves first, then by time. */
export function PlanOrders({ plan, onAsk }: { plan: DispatchPlanView; onAsk: (item: PlannedOrder) => void }) {
  const items = plan.items.toSorted((a, b) => (a.startsAt ?? '').localeCompare(b.startsAt ?? ''));
  return (
    <ul className="plan-orders">
      {items.map((item) => (
        <PlanOrder key={item.orderId} item={item} mayAsk={plan.state === 'proposed'} onAsk={() => onAsk(item)} />
      ))}
    </ul>
  );
}

function PlanOrder({ item, mayAsk, onAsk }: { item: PlannedOrder; mayAsk: boolean; onAsk: () => void }) {
  const words = useWords(planTexts);
  const round = useWords(roundTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  return (
    <li>
      <div>
        <Link to={`/orders/${item.orderId}`}>{inWords(item.service.name, language)}</Link>
        <div className="second">
          {longName(item.place.id) || inWords(item.place.name, language)}
          {item.stops > 1 && ` · ${round.stops(item.stops)}`}
          {item.peopleNeeded > 1 && ` · ${words.needs(item.peopleNeeded)}`}
        </div>
      </div>
      <div>{item.startsAt ? times.at(item.startsAt) : ''}</div>
      <div>
        {item.people.length > 0 ? (
          <strong>{listed(item.people.map((one) => (one.newcomer ? words.newcomer(one.name) : one.name)))}</strong>
        ) : (
          <Tag tone="due">{words.nobody}</Tag>
        )}{' '}
        {item.pinned && <Tag tone="info">{words.pinned}</Tag>} {item.changed && <Tag tone="hot">{words.changed}</Tag>}{' '}
        {item.offeredAt && <Tag tone="ok">{words.offered}</Tag>}
      </div>
      <div className="plan-act">
        {mayAsk && (
          <Button size="small" onClick={onAsk}>
            {words.why}
          </Button>
        )}
      </div>
    </li>
  );
}
