import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OrderLine, orderList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Due } from '../../kit/due.tsx';
import { usePlaceHere } from '../../kit/here.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { kitTexts } from '../../kit/kit-texts.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import { stages, type Stage } from '../order-states.tsx';
import { volunteeringTexts } from '../volunteering-texts.ts';
import './board.css';
import { NextAct } from './next-act.tsx';

const columns = ['submitted', 'accepted', 'dispatched', 'taken', 'done'] as const satisfies readonly Stage[];

/** The orders in work, side by side by what is to be done; the most urgent on top. */
export function OrdersBoard() {
  return (
    <div className="board">
      {columns.map((stage) => (
        <BoardColumn key={stage} stage={stage} />
      ))}
    </div>
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
              <BoardCard key={order.id} order={order} />
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

function BoardCard({ order }: { order: OrderLine }) {
  const words = useWords(volunteeringTexts);
  const language = useLanguage();
  const times = useTimes();
  const { longName } = usePlaces();
  return (
    <article className="card board-card">
      <div className="row apart">
        <Due at={order.dueAt} />
        {order.suspect && <Tag tone="due">{words.filters.suspect}</Tag>}
      </div>
      <Link to={`/orders/${order.id}`}>{inWords(order.service.name, language)}</Link>
      <span className="meta">{longName(order.place.id) || inWords(order.place.name, language)}</span>
      <span className="meta">
        {order.visitStartsAt
          ? times.at(order.visitStartsAt)
          : order.offersOpen > 0
            ? words.offersOpen(order.offersOpen)
            : times.at(order.orderedAt)}
        {order.peopleNeeded > 1 && ` · ${words.taken(order.peopleTaken, order.peopleNeeded)}`}
      </span>
      <NextAct order={order} />
    </article>
  );
}
