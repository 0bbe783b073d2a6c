import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { ruleDays, settledRule } from '#platform/recurrence-rule';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderView, Repetition } from '../contract.ts';
import { dayAfter } from '../county-day.ts';
import { orderForUpdate, setOrder } from '../order/order-queries.ts';
import type { OrderRow } from '../order/order-queries.ts';
import { orderView } from '../order/order-view.ts';
import { cancellable } from '../order/states.ts';
import { keepDate } from './series-queries.ts';

/** How long a series may go on, in days. */
const longest = 366;
/** One that a resident asks for on a form. */
export const longestByForm = 183;

/** 定期: an order comes again by a rule, at the desk. Refuses: RepeatNotPossible (422) without a first day, for a rule that leaves that day out, never comes again or goes on for more than a year; WrongState (409) once it is over or repeats already. */
export async function repeatOrder(ctx: Ctx, actor: Actor, orderId: string, request: Repetition): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.repeat', order);
    await beginSeries(tx, actor, order, request);
    return orderView(tx, actor, orderId);
  });
}

/** As `repeatOrder`, with the order locked; asks nobody. `byForm`: a resident asks for it. */
export async function beginSeries(
  tx: Tx,
  actor: Actor,
  order: OrderRow,
  request: Repetition,
  { byForm = false }: { byForm?: boolean } = {},
): Promise<void> {
  if (order.seriesId || !cancellable.has(order.state))
    refuse('WrongState', { noun: 'order', state: order.state, wanted: order.state });
  const rule = settledRule(request.rule);
  const [wish] = order.wishes;
  const startsOn = wish?.on ?? notPossible();
  const days = ruleDays(rule, startsOn, startsOn, dayAfter(startsOn, longest + 31));
  const last = days.at(-1) ?? '';
  const until = dayAfter(startsOn, byForm ? longestByForm : longest);
  if (!/;(?:UNTIL|COUNT)=/.test(rule) || days[0] !== startsOn || days.length < 2 || last > until) notPossible();
  const id = newId<'order-series'>();
  await tx.named(
    'volunteering.begin-series',
    `insert into volunteering.order_series (county_id, id, first_order_id, place_id, station_id, rule, starts_on, part, lead_days, made_until, made_by, made_at, on_form)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $7, $10, $11, $12)`,
    [
      tx.countyId,
      id,
      order.id,
      order.placeId,
      order.stationId,
      rule,
      startsOn,
      wish?.part ?? 'any',
      request.leadDays ?? 7,
      JSON.stringify(actorRow(actor)),
      tx.at,
      byForm,
    ],
  );
  await setOrder(tx, order.id, { series_id: id });
  await keepDate(tx, id, startsOn, { state: 'made', orderId: order.id });
  await audit(tx, actor, {
    act: 'order.repeat',
    noun: 'order',
    subjectId: order.id,
    placeId: order.placeId,
    detail: { rule },
  });
}

const notPossible = (): never => refuse('RepeatNotPossible', {}, [{ path: '/rule', code: 'invalid_value' }]);
