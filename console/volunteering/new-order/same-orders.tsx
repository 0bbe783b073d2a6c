import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { Link } from 'react-router';
import type { orderList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { OrderStateTag } from '../order-states.tsx';
import { newOrderTexts } from './new-order-texts.ts';
import type { TypedOrder } from './typed-order.ts';

/** What is already in work for this service at this place: the clerk sees a double before it is made. */
export function SameOrders({ form }: { form: ReturnType<typeof Form.useForm<TypedOrder>>[0] }) {
  const newOrderWords = useWords(newOrderTexts);
  const language = useLanguage();
  const times = useTimes();
  const serviceId = Form.useWatch('serviceId', form);
  const placeId = Form.useWatch('placeId', form);
  const same = useQuery({
    queryKey: ['list', 'orders', 'same', serviceId, placeId],
    enabled: Boolean(serviceId && placeId),
    queryFn: ({ signal }) =>
      read<Answer<typeof orderList>>(
        '/orders',
        { serviceId, placeId, state: 'submitted,accepted,dispatched,taken', sort: 'newest', limit: 6 },
        { signal },
      ),
  });
  if (!same.data?.items.length) return null;
  return (
    <section>
      <h3>{newOrderWords.recent}</h3>
      <ul style={{ listStyle: 'none', margin: '8px 0 0', padding: 0 }}>
        {same.data.items.map((order) => (
          <li key={order.id} className="row apart" style={{ padding: '6px 0', borderBottom: '1px solid var(--line)' }}>
            <Link to={`/orders/${order.id}`} target="_blank">
              {inWords(order.place.name, language)} · {times.at(order.orderedAt)}
            </Link>
            <OrderStateTag state={order.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
