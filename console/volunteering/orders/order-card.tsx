import { Link } from 'react-router';
import type { OrderLine } from '@xiangyin/server/contract';
import { Due } from '../../kit/due.tsx';
import { inWords, useLanguage } from '../../kit/language.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import './board.css';
import { NextAct } from './next-act.tsx';

/** An order with the act that comes next. */
export function OrderCard({ order }: { order: OrderLine }) {
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
          ? `${words.visitAt} ${times.at(order.visitStartsAt)}`
          : order.offersOpen > 0
            ? words.offersOpen(order.offersOpen)
            : `${words.ordered} ${times.at(order.orderedAt)}`}
        {order.peopleNeeded > 1 && ` · ${words.taken(order.peopleTaken, order.peopleNeeded)}`}
      </span>
      <NextAct order={order} />
    </article>
  );
}
