import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { orderList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { Loaded, Unread } from '../../kit/loaded.tsx';
import { kitTexts } from '../../kit/kit-texts.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { stages, type Stage } from '../order-states.tsx';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { boardTexts } from './board-texts.ts';
import './board.css';
import { OrderCard } from './order-card.tsx';

const columns = ['submitted', 'accepted', 'dispatched', 'taken', 'done'] as const satisfies readonly Stage[];

/** The orders in work, side by side by what is to be done; the most urgent on top. */
export function OrdersBoard() {
  return (
    <div className="board">
      <ReferredColumn />
      {columns.map((stage) => (
        <BoardColumn key={stage} stage={stage} />
      ))}
    </div>
  );
}

// What another station sent here: only while there is any.
function ReferredColumn() {
  const { referredHere } = useWords(boardTexts);
  const kit = useWords(kitTexts);
  const query = useQuery({
    queryKey: ['list', 'orders', 'board', 'to-take-on'],
    queryFn: ({ signal }) => read<Answer<typeof orderList>>('/orders', { toTakeOn: true, limit: 30 }, { signal }),
  });
  if (!query.data) return <Unread query={query} title={referredHere} />;
  const { items, total } = query.data;
  if (items.length === 0) return null;
  return (
    <section className="board-column" aria-label={referredHere}>
      <h2>
        {referredHere} <span className="meta">{total}</span>
      </h2>
      {items.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      {total > items.length && <Link to="/orders?toTakeOn=true">{kit.shown(items.length, total)} →</Link>}
    </section>
  );
}

function BoardColumn({ stage }: { stage: (typeof columns)[number] }) {
  const words = useWords(volunteeringTexts);
  const kit = useWords(kitTexts);
  const here = usePlaceHere();
  const query = useQuery({
    queryKey: ['list', 'orders', 'board', stage, here],
    queryFn: ({ signal }) =>
      read<Answer<typeof orderList>>('/orders', { state: stages[stage], placeId: here, limit: 30 }, { signal }),
  });
  return (
    <section className="board-column" aria-label={words.tabs[stage]}>
      <h2>
        {words.tabs[stage]} <span className="meta">{query.data?.total ?? ''}</span>
      </h2>
      <Loaded query={query} rows={3}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <p className="meta">{words.boardEmpty}</p>}
            {items.map((order) => (
              <OrderCard key={order.id} order={order} />
            ))}
            {total > items.length && (
              <Link to={`/orders?state=${stages[stage]}`}>{kit.shown(items.length, total)} →</Link>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
