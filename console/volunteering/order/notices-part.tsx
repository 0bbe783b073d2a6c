import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { OrderNotices, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { listed } from '../../kit/language.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { noticeTexts } from '../notice-texts.ts';

/** Who is told what about an order, and one button to end it for somebody who rings. */
export function NoticesPart({ order }: { order: OrderView }) {
  const words = useWords(noticeTexts);
  const times = useTimes();
  const { message } = App.useApp();
  const { run, busy } = useAct<OrderNotices>();
  const may = order.abilities.includes('order.end-notices');
  const key = ['order', order.id, 'notices'];
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => read<OrderNotices>(`/orders/${order.id}/notices`, {}, { signal }),
    enabled: may,
  });
  if (!may || query.data?.items.length === 0) return null;
  const stop = async (position: number): Promise<void> => {
    const after = await run('POST', `/orders/${order.id}/notice-endings`, { position });
    if (!after) return;
    queries.setQueryData(key, after);
    void message.success(words.stopped);
  };
  return (
    <Part title={words.title}>
      <p className="meta">{words.lead}</p>
      <Loaded query={query} rows={1}>
        {({ items }) => (
          <>
            {items.map((one) => (
              <div key={one.position} className="row apart">
                <span>
                  <strong>{one.position === 1 ? words.first : words.other(one.position - 1)}</strong>{' '}
                  {words.ways[one.channel]}
                  <br />
                  <span className="meta">
                    {listed(one.purposes.map((purpose) => words.purposes[purpose]))} ·{' '}
                    {one.endedAt ? words.ended(times.at(one.endedAt)) : words.since(times.at(one.agreedAt))}
                  </span>
                </span>
                {!one.endedAt && (
                  <Button size="small" loading={busy} onClick={() => void stop(one.position)}>
                    {words.stop}
                  </Button>
                )}
              </div>
            ))}
          </>
        )}
      </Loaded>
    </Part>
  );
}
