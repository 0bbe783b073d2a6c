import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { OrderBoard } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAddress } from '../../kit/use-address.ts';
import { boardTexts } from './board-texts.ts';
import './strip.css';
import { useLeftAt } from './use-left-at.ts';

/** What presses just now: what is late, whose visit is today, and what came since this person last looked. Each opens the list of its orders; counted anew whenever something changes. */
export function OrdersStrip() {
  const words = useWords(boardTexts);
  const times = useTimes();
  const here = usePlaceHere();
  const { chosen, choose } = useAddress();
  const { since, seen, shownAt } = useLeftAt();
  const { data: shown } = useQuery({
    queryKey: ['list', 'order-board', here, since],
    queryFn: ({ signal }) => read<OrderBoard>('/order-board', { placeId: here, since: since ?? undefined }, { signal }),
    placeholderData: (before) => before,
  });
  const at = shown?.at;
  useEffect(() => {
    if (at) shownAt(at);
  }, [at, shownAt]);
  if (!shown) return null;
  const parts = [
    { key: 'late', param: 'overdue', value: 'true', label: words.late, count: shown.late },
    { key: 'today', param: 'today', value: 'true', label: words.today, count: shown.today },
    ...(since !== null && shown.fresh !== null
      ? [{ key: 'fresh', param: 'since', value: since, label: words.fresh(times.at(since)), count: shown.fresh }]
      : []),
  ];
  const isOn = (param: string): boolean => chosen(param) !== '';
  return (
    <div className="orders-strip" role="group" aria-label={words.strip}>
      {parts.map(({ key, param, value, label, count }) => (
        <button
          key={key}
          type="button"
          data-part={key}
          data-none={count === 0 || undefined}
          aria-pressed={isOn(param)}
          onClick={() =>
            choose({
              view: '',
              saved: '',
              state: '',
              overdue: '',
              today: '',
              since: '',
              [param]: isOn(param) ? '' : value,
            })
          }
        >
          <span className="num">{count}</span> {label}
        </button>
      ))}
      {shown.fresh !== null && shown.fresh > 0 && (
        <Button
          type="text"
          size="small"
          onClick={() => {
            seen(shown.at);
            choose({ since: '' });
          }}
        >
          {words.seen}
        </Button>
      )}
    </div>
  );
}
