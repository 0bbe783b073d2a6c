import type { OrderAct, OrderLine, OrderState, TakeBackMinutes } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../../kit/language.ts';
import type { Many } from '../../kit/list/many/many-spec.ts';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { usePlaces } from '../../places/use-places.ts';
import { useWishWords } from '../order-states.tsx';
import { roundTexts } from '../round-texts.ts';
import { volunteeringTexts } from '../volunteering-texts.ts';
import { triageTexts } from '../order/triage-texts.ts';
import { boardTexts } from './board-texts.ts';

const takeBackMinutes: TakeBackMinutes = 10;
/** For so long the server takes an answer back. */
export const takeBackSeconds = takeBackMinutes * 60;
/** The longest reason, as the server takes it. */
const longestReason = 500;

/** What can be done to several orders at once. The server says of each whether it can; what nobody outside has heard of can be taken back. */
export function useManyOrders(): Many<OrderLine> {
  const words = useWords(boardTexts);
  const triage = useWords(triageTexts);
  const round = useWords(roundTexts);
  const wishWords = useWishWords();
  const { states } = useWords(volunteeringTexts);
  const language = useLanguage();
  const { longName } = usePlaces();
  const times = useTimes();
  const may =
    (ability: string, ...from: readonly OrderState[]) =>
    (order: OrderLine): boolean =>
      order.abilities.includes(ability) && from.includes(order.state);
  const becomes =
    (state: OrderState) =>
    (order: OrderLine): string =>
      words.from(states[order.state], states[state]);
  // Two of a kind are told apart by when they are wished, and by when they were ordered: no list says whose they are.
  const nameOf = (order: OrderLine): string =>
    [
      words.group(
        inWords(order.service.name, language),
        longName(order.place.id) || inWords(order.place.name, language),
      ),
      order.wishes[0] && wishWords(order.wishes[0]),
      order.peopleServed > 1 && words.people(order.peopleServed),
      words.orderedAt(times.at(order.orderedAt)),
    ]
      .filter(Boolean)
      .join(' · ');
  const reason = (label: string) => [{ key: 'reason', label, options: 'words' as const, most: longestReason }];
  return {
    path: '/orders/batches',
    backSeconds: takeBackSeconds,
    nameOf,
    acts: [
      {
        key: 'accept',
        label: triage.accept,
        fits: may('order.triage', 'submitted'),
        act: ({ id }): OrderAct => ({ do: 'accept', id }),
        effect: becomes('accepted'),
      },
      {
        key: 'open',
        label: words.open,
        fits: may('order.dispatch', 'accepted'),
        act: ({ id }): OrderAct => ({ do: 'open', id }),
        effect: () => words.openedAt,
      },
      {
        key: 'bundle',
        label: round.bundle,
        fits: may('order.dispatch', 'accepted'),
        asks: [
          {
            key: 'withId',
            label: round.first,
            hint: round.firstHint,
            options: (rows) =>
              Promise.resolve(rows.map((row, at) => ({ value: row.id, label: `${at + 1}. ${nameOf(row)}` }))),
          },
        ],
        act: ({ id }, chosen): OrderAct => ({ do: 'bundle', id, withId: chosen['withId'] ?? id }),
        effect: ({ id }, chosen) => (chosen['withId'] === id ? round.begins : round.becomes),
      },
      {
        key: 'unbundle',
        label: round.unbundle,
        fits: (order) => order.roundStops > 1 && may('order.dispatch', 'accepted')(order),
        act: ({ id }): OrderAct => ({ do: 'unbundle', id }),
        effect: () => round.alone,
      },
      {
        key: 'pause',
        label: triage.pause,
        fits: may('order.triage', 'accepted'),
        asks: reason(words.whyPaused),
        act: ({ id }, chosen): OrderAct => ({ do: 'pause', id, reason: chosen['reason'] ?? '' }),
        effect: becomes('paused'),
      },
      {
        key: 'resume',
        label: triage.resume,
        fits: may('order.triage', 'paused'),
        act: ({ id }): OrderAct => ({ do: 'resume', id }),
        effect: becomes('accepted'),
      },
      {
        key: 'refuse',
        label: triage.refuse,
        fits: may('order.triage', 'submitted', 'accepted'),
        asks: reason(words.why),
        act: ({ id }, chosen): OrderAct => ({ do: 'refuse', id, reason: chosen['reason'] ?? '' }),
        effect: becomes('refused'),
      },
      {
        key: 'clear-suspicion',
        label: words.clear,
        fits: (order) => order.suspect && order.abilities.includes('order.triage'),
        act: ({ id }): OrderAct => ({ do: 'clear-suspicion', id }),
        effect: () => words.cleared,
      },
    ],
  };
}
