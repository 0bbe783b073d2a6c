import {
  answerOffer,
  checkIn,
  completeVisit,
  confirmNow,
  dispatchOrder,
  offersOfOrder,
  orderById,
  orderForUpdate,
  proveDigits,
  rateNow,
} from '#volunteering';
import type { OrderRow } from '#volunteering';
import { stepIn } from '#access';
import type { FormCall, PageAnswer } from '#platform/page';
import { found, refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { countyClock } from '../content/county-time.ts';
import type { OrderContent } from '../content/orders.ts';
import { specialOrderKeys } from '../content/orders/special-keys.ts';
import { loadedEntry } from '../loading/loaded-queries.ts';
import { wordsOf } from './walk-words.ts';

/** Who plays in the order's walk. */
export const orderCast = { dispatch: 'zhaoyue', volunteer: 'sunlidong' } as const;

/** The clicks of the walk, in order. */
export const orderActs = ['dispatch', 'take', 'arrive', 'finish', 'confirm', 'rate'] as const;
export type OrderWalkAct = (typeof orderActs)[number];

/** Which click the order waits for; undefined when it is over, or went another way. */
export function nextAct({ state }: Pick<OrderRow, 'state'>): OrderWalkAct | undefined {
  const acts: Readonly<Record<string, OrderWalkAct>> = {
    accepted: 'dispatch',
    dispatched: 'take',
    taken: 'arrive',
    'under-way': 'finish',
    done: 'confirm',
    confirmed: 'rate',
  };
  return acts[state];
}

/** The order for the leaking tap with the code on its slip; 404 in a county without it. */
export async function leakingTap(tx: Tx): Promise<{ order: OrderRow; code: string }> {
  const entry = found(await loadedEntry(tx, `order:${specialOrderKeys.leakingTap}`));
  return { order: await orderById(tx, entry.id), code: entry.code ?? '' };
}

/** What the resident wrote, and the digits they would type. */
export async function residentOf(): Promise<OrderContent> {
  // With its first use: no start reads the orders of the demonstration.
  const { specialOrders } = await import('../content/orders/special.ts');
  return (known ??= found(specialOrders(countyClock).find(({ key }) => key === specialOrderKeys.leakingTap)));
}
let known: OrderContent | undefined;

/** One click of the walk: the person of this step does the real act. Refuses: WrongState (409) for a step that is not next. */
export async function takeOrderStep(call: FormCall, act: string | undefined): Promise<PageAnswer> {
  const { ctx } = call;
  return ctx.transaction(async (tx) => {
    const { order } = await leakingTap(tx);
    const locked = await orderForUpdate(tx, order.id);
    if (nextAct(locked) !== act) refuse('WrongState', { noun: 'order', state: locked.state });
    const cookie = await play(call, tx, locked);
    return { redirect: '/demonstration/order#now', headers: cookie ? { 'set-cookie': cookie } : {} };
  });
}

async function play(call: FormCall, tx: Tx, order: OrderRow): Promise<string | undefined> {
  const act = nextAct(order);
  if (act === 'dispatch') return dispatch(call, tx, order);
  if (act === 'confirm' || act === 'rate') return speak(call, tx, order, act);
  const { actor, setCookie } = await stepIn(tx, call.request, orderCast.volunteer);
  const visitId = order.visitId ?? refuse('WrongState');
  if (act === 'take')
    await answerOffer(
      call.ctx,
      actor,
      found(
        (await offersOfOrder(tx, order.id)).find(
          (offer) => offer.state === 'open' && offer.candidateIds.includes(actor.id),
        ),
      ).id,
      { answer: 'accept' },
    );
  if (act === 'arrive') await checkIn(call.ctx, actor, visitId, {});
  if (act === 'finish')
    await completeVisit(call.ctx, actor, visitId, { report: wordsOf(call.ctx)('order.finish.report'), absent: [] });
  return setCookie;
}

const soonMinutes = 20;

async function dispatch(call: FormCall, tx: Tx, order: OrderRow): Promise<string> {
  const { actor, setCookie } = await stepIn(tx, call.request, orderCast.dispatch);
  const volunteer = found(await loadedEntry(tx, `person:${orderCast.volunteer}`));
  await dispatchOrder(call.ctx, actor, order.id, {
    candidates: [{ kind: 'volunteer', id: volunteer.id }],
    startsAt: new Date(tx.at.getTime() + soonMinutes * 60_000),
  });
  return setCookie;
}

// The resident has no account: the code and the last four digits of their telephone speak for them.
async function speak(call: FormCall, tx: Tx, order: OrderRow, act: 'confirm' | 'rate'): Promise<undefined> {
  const { orderedBy } = await residentOf();
  const resident = await proveDigits(tx, order, orderedBy.phone.slice(-4));
  if (act === 'confirm') await confirmNow(tx, resident, order, {});
  else await rateNow(tx, resident, order, { outcome: 'done', score: 5, words: wordsOf(call.ctx)('order.rate.words') });
}
