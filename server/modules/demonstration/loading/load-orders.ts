import { Refusal } from '#platform/refuse';
import { demonstrationOrders, specialOrderKeys } from '../content/orders.ts';
import type { OrderContent } from '../content/orders.ts';
import type { OrderAct } from '../content/order-content.ts';
import { serviceByKey } from '../content/services.ts';
import { keepLoaded } from './loaded-queries.ts';
import { OrderTelling } from './tell-order.ts';
import type { Teller } from './teller.ts';

/** One seed for all: the same orders on every machine. */
const seed = 20_261_122;

let made: OrderContent[] | undefined;
const allOrders = (): OrderContent[] => (made ??= demonstrationOrders(seed));

/** All 300 orders, those first that the walks and "my work" show; those that were laid together with another follow it. */
export function ordersInOrder(): { first: OrderContent[]; rest: OrderContent[] } {
  const all = allOrders().filter((order) => mergedInto(order) === undefined);
  const isSpecial = ({ key }: OrderContent): boolean => !/^(order|refused-|referred-|helped-)/.test(key);
  return { first: all.filter(isSpecial), rest: all.filter((order) => !isSpecial(order)).toReversed() };
}

/** Loads these orders through the real verbs, act by act. */
export async function loadOrders(
  teller: Teller,
  orders: readonly OrderContent[],
  options: { signal?: AbortSignal; onLoaded?: (count: number) => void } = {},
): Promise<void> {
  const merged = Map.groupBy(
    allOrders().filter((order) => mergedInto(order) !== undefined),
    mergedInto,
  );
  for (const [count, order] of orders.entries()) {
    if (options.signal?.aborted) return;
    await loadOrder(teller, order, merged.get(order.key) ?? []);
    options.onLoaded?.(count + 1);
  }
}

const mergedInto = (order: OrderContent): string | undefined =>
  order.history.flatMap((act) => (act.state === 'merged' ? [act.into] : []))[0];

// A detour is told only where the rules of the house allow it: whoever was asked in vain may have been busy elsewhere, which the content does not know.
async function loadOrder(teller: Teller, order: OrderContent, merged: readonly OrderContent[]): Promise<void> {
  const told = withoutLoneOffers(order);
  try {
    await tell(teller, told, merged);
  } catch (error) {
    const straight = withoutDetours(told);
    if (!(error instanceof Refusal) || straight.history.length === told.history.length)
      throw new Error(`the order ${order.key} could not be told`, { cause: error });
    await tell(teller, straight, merged);
  }
}

async function tell(teller: Teller, order: OrderContent, merged: readonly OrderContent[]): Promise<void> {
  await teller.once(`order:${order.key}`, async (tx) => {
    const telling = new OrderTelling(teller, tx, order);
    const placed = await telling.place();
    teller.loaded.set(`order:${order.key}`, { id: placed.orderId, code: null });
    try {
      await tellMerged(teller, tx, merged);
      for (const [at, act] of order.history.entries()) if (at > 0) await telling.act(act, nextTaken(order.history, at));
    } finally {
      teller.loaded.delete(`order:${order.key}`);
    }
    return { id: placed.orderId, code: isShown(order) ? placed.code.replaceAll(' ', '') : null };
  });
}

// While the first order is open: afterwards nothing could be laid together with it.
async function tellMerged(
  teller: Teller,
  tx: Parameters<typeof keepLoaded>[0],
  merged: readonly OrderContent[],
): Promise<void> {
  for (const order of merged) {
    const telling = new OrderTelling(teller, tx, order);
    const placed = await telling.place();
    for (const act of order.history.slice(1)) await telling.act(act, undefined);
    await keepLoaded(tx, `order:${order.key}`, { id: placed.orderId, code: null });
  }
}

// Slips are shown once; the walk keeps that of its own order.
const isShown = ({ key }: OrderContent): boolean =>
  key === specialOrderKeys.leakingTap || key === specialOrderKeys.awaitingRating;

const nextTaken = (history: readonly OrderAct[], at: number): OrderAct | undefined =>
  history.slice(at + 1).find((act) => act.state === 'taken');

const detours: ReadonlySet<string | undefined> = new Set(['declined', 'expired', 'given-back']);

/** Offers that came to nothing, left out. */
function withoutDetours(order: OrderContent): OrderContent {
  const kept: OrderAct[] = [];
  for (const act of order.history) {
    if (act.state === 'accepted' && detours.has(act.because)) {
      while (kept.at(-1)?.state !== 'accepted') kept.pop();
      continue;
    }
    kept.push(act);
  }
  return { ...order, history: kept };
}

/** Where two are needed, an offer to one alone is not made. */
function withoutLoneOffers(order: OrderContent): OrderContent {
  const needed = serviceByKey(order.serviceKey).peopleNeeded;
  const isLone = (act: OrderAct): boolean =>
    act.state === 'dispatched' &&
    act.offeredTo.every(({ kind }) => kind === 'volunteer') &&
    act.offeredTo.length < needed;
  return order.history.some(isLone) ? withoutDetours(order) : order;
}
