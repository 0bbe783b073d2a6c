import { Button } from 'antd';
import { Link } from 'react-router';
import type { OrderView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import { useBatch } from '../../kit/list/many/use-batch.tsx';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import '../desk.css';
import { OrderStateTag } from '../order-states.tsx';
import { useManyOrders } from '../orders/use-many-orders.ts';
import { roundTexts } from '../round-texts.ts';

/** 制单: the stops of the order's round in the order in which they are visited; this one may be taken out while nobody is asked. */
export function RoundPart({ order }: { order: OrderView }) {
  const words = useWords(roundTexts);
  const batch = useBatch(useManyOrders());
  if (order.stops.length === 0) return null;
  const mayTakeOut = order.state === 'accepted' && order.abilities.includes('order.dispatch');
  return (
    <Part
      title={words.stops(order.stops.length)}
      aside={
        mayTakeOut && (
          <Button
            loading={batch.busy}
            onClick={() => void batch.run([{ do: 'unbundle', id: order.id }], words.unbundle)}
          >
            {words.unbundle}
          </Button>
        )
      }
    >
      <p className="meta">{words.lead}</p>
      <ol className="round-stops">
        {order.stops.map((stop) => (
          <Stop key={stop.id} stop={stop} isHere={stop.id === order.id} />
        ))}
      </ol>
    </Part>
  );
}

function Stop({ stop, isHere }: { stop: OrderView['stops'][number]; isHere: boolean }) {
  const words = useWords(roundTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  const name = inWords(stop.service, language);
  return (
    <li>
      <div className="row">
        {isHere ? <strong>{name}</strong> : <Link to={`/orders/${stop.id}`}>{name}</Link>}
        <OrderStateTag state={stop.state} />
        {isHere && <span className="meta">{words.here}</span>}
      </div>
      <div className="second">
        {longName(stop.place.id) || inWords(stop.place.name, language)}
        {stop.startsAt && ` · ${times.at(stop.startsAt)}`}
      </div>
    </li>
  );
}
