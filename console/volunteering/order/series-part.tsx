import { useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { OrderSeriesView, OrderView, SeriesDate } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { refresh } from '../../kit/queries.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import '../desk.css';
import { OrderStateTag } from '../order-states.tsx';
import { seriesTexts } from '../series-texts.ts';
import { RepeatDialog } from './repeat-dialog.tsx';

/** The days on which an order comes again; one may be left out, or all from a day on. */
export function SeriesPart({ order }: { order: OrderView }) {
  const words = useWords(seriesTexts);
  const [asking, setAsking] = useState(false);
  if (order.seriesId) return <Days order={order} id={order.seriesId} />;
  if (!order.abilities.includes('order.repeat') || !order.wishes[0]?.on) return null;
  return (
    <Part title={words.title}>
      <div className="stack tight">
        <p className="meta">{words.lead}</p>
        <Button style={{ alignSelf: 'start' }} onClick={() => setAsking(true)}>
          {words.begin}
        </Button>
      </div>
      {asking && <RepeatDialog order={order} onClose={() => setAsking(false)} />}
    </Part>
  );
}

function Days({ order, id }: { order: OrderView; id: string }) {
  const words = useWords(seriesTexts);
  const { message } = App.useApp();
  const { run, busy } = useAct<OrderSeriesView>();
  const series = useQuery({
    queryKey: ['order', order.id, 'series', id],
    queryFn: ({ signal }) => read<OrderSeriesView>(`/order-series/${id}`, {}, { signal }),
  });
  const act = async (path: string, body: object): Promise<void> => {
    if (!(await run('POST', `/order-series/${id}/${path}`, body))) return;
    void message.success(words.saved);
    await refresh();
  };
  return (
    <Part title={words.title}>
      <Loaded query={series} rows={3}>
        {({ dates, leadDays, abilities, ended, waits }) => (
          <>
            <p className="meta">{ended ? words.ended : waits ? words.waits : words.made(leadDays)}</p>
            {dates.map((date) => (
              <Day
                key={date.on}
                date={date}
                here={order.id}
                may={abilities.includes('order.cancel')}
                busy={busy}
                onLeaveOut={() => void act('left-out-dates', { on: date.on })}
                onEnd={() => void act('endings', { from: date.on })}
              />
            ))}
          </>
        )}
      </Loaded>
    </Part>
  );
}

const changeable = new Set(['submitted', 'accepted', 'paused', 'dispatched', 'taken']);

function Day({
  date,
  here,
  may,
  busy,
  onLeaveOut,
  onEnd,
}: {
  date: SeriesDate;
  here: string;
  may: boolean;
  busy: boolean;
  onLeaveOut: () => void;
  onEnd: () => void;
}) {
  const words = useWords(seriesTexts);
  const times = useTimes();
  const day = times.on(`${date.on}T12:00:00Z`);
  const open = date.state === 'ahead' || (date.orderState !== null && changeable.has(date.orderState));
  return (
    <div className="series-day">
      <span className="row">
        {date.orderId && date.orderId !== here ? <Link to={`/orders/${date.orderId}`}>{day}</Link> : <span>{day}</span>}
        {date.orderState && date.state === 'made' ? (
          <OrderStateTag state={date.orderState} />
        ) : (
          <Tag tone={date.state === 'refused' ? 'due' : 'plain'}>{words.states[date.state]}</Tag>
        )}
      </span>
      {may && open && date.state !== 'left-out' && (
        <span className="series-day-acts">
          <Popconfirm title={words.leaveOutSure(day)} onConfirm={onLeaveOut}>
            <Button size="small" type="link" disabled={busy}>
              {words.leaveOut}
            </Button>
          </Popconfirm>
          <Popconfirm title={words.endSure(day)} onConfirm={onEnd}>
            <Button size="small" type="link" disabled={busy}>
              {words.end}
            </Button>
          </Popconfirm>
        </span>
      )}
    </div>
  );
}
