import { useQuery } from '@tanstack/react-query';
import type { historyList, OrderView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import type { Answer } from '../../kit/shape.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';

type Move = Answer<typeof historyList>['items'][number];

/** What happened to an order, its visits, who went to them, and its offers: a row an act, whatever it moved. */
export function HistoryPart({ order }: { order: OrderView }) {
  const words = useWords(volunteeringTexts);
  const times = useTimes();
  const history = useQuery({
    queryKey: ['order', order.id, 'history', order.version],
    queryFn: ({ signal }) => read<Answer<typeof historyList>>(`/orders/${order.id}/history`, {}, { signal }),
  });
  const name = ({ noun, to, person }: Move): string => {
    const tables: Record<Move['noun'], Readonly<Record<string, string>>> = {
      order: words.states,
      visit: words.order.visitStates,
      offer: words.order.offerStates,
      'visit-assignment': words.order.assignmentStates,
    };
    const state = tables[noun][to] ?? to;
    return person?.name ? words.order.ofPerson(person.name, state) : state;
  };
  return (
    <Part title={words.order.history}>
      <Loaded query={history} rows={3}>
        {({ items }) => (
          <ol className="timeline">
            {actsOf(items).map(({ head, others }) => (
              <li key={`${head.enteredAt} ${head.noun} ${head.to}`}>
                <strong>{name(head)}</strong> {head.by.name ?? ''}
                <div className="meta">
                  {[times.at(head.happenedAt), ...new Set(others.map(name).filter((one) => one !== name(head)))].join(
                    ' · ',
                  )}
                  {Date.parse(head.enteredAt) - Date.parse(head.happenedAt) > 120_000 &&
                    ` · ${words.order.entered(times.at(head.enteredAt))}`}
                </div>
                {head.reason && <p>{head.reason}</p>}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Part>
  );
}

/** Moves of one moment by one person are one act; what became of the order stands first. */
function actsOf(moves: readonly Move[]): { head: Move; others: Move[] }[] {
  const acts = Map.groupBy(moves, (move) => `${move.enteredAt} ${move.by.id}`);
  return [...acts.values()].flatMap((together) => {
    const head = together.find((move) => move.noun === 'order') ?? together[0];
    return head ? { head, others: together.filter((move) => move !== head) } : [];
  });
}
