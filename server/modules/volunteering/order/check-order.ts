import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { OrderCheck, OrderView } from '../contract.ts';
import { leaveRoundIfApart } from '../round/leave-round.ts';
import { checksOf } from './check-queries.ts';
import { orderForUpdate, setOrder } from './order-queries.ts';
import type { OrderRow } from './order-queries.ts';
import { orderView } from './order-view.ts';
import { beforeDispatch, checkable } from './states.ts';

/** 核实: writes down what the desk has made sure of, how it sees the risk, and whether two have to go; all of it may be left out, and the last word holds.
 *  Refuses: RiskReasonMissing (422) for a raised risk without words, WrongState (409) once somebody is on the way, for a refused one without an open appeal, and for another number of people once somebody is asked. */
export async function checkOrder(ctx: Ctx, actor: Actor, orderId: string, check: OrderCheck): Promise<OrderView> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.check', order);
    mustStillMatter(order, check);
    if (check.risk && check.risk !== 'low' && !check.riskReason)
      refuse('RiskReasonMissing', {}, [{ path: '/riskReason', code: 'required' }]);
    await writeCheck(tx, actor, orderId, check);
    await setOrder(tx, orderId, { two_needed: check.twoNeeded });
    if (check.twoNeeded !== order.twoNeeded) await leaveRoundIfApart(tx, orderId);
    await audit(tx, actor, {
      act: 'order.check',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
      detail: { checked: check.checked, risk: check.risk, twoNeeded: check.twoNeeded },
    });
    return orderView(tx, actor, orderId);
  });
}

function mustStillMatter(order: OrderRow, check: OrderCheck): void {
  const states = check.twoNeeded === order.twoNeeded ? checkable : beforeDispatch;
  const isOver = order.state === 'refused' && !order.appealOpen;
  if (isOver || !states.has(order.state))
    refuse('WrongState', { noun: 'order', state: order.state, wanted: 'accepted' });
}

const writeCheck = (tx: Tx, actor: Actor, orderId: string, check: OrderCheck): Promise<unknown> =>
  tx.named(
    'volunteering.write-check',
    'update volunteering.order_details set checked = $3, risk = $4, risk_reason = $5, checked_by = $6, checked_at = $7 where county_id = $1 and order_id = $2',
    [
      tx.countyId,
      orderId,
      [...new Set(check.checked)],
      check.risk,
      check.riskReason,
      actor.kind === 'person' ? actor.id : null,
      tx.at,
    ],
  );

/** Refuses ChecksMissing (422), with what is lacking, until what the service asks for is written down. */
export async function mustBeChecked(tx: Tx, order: OrderRow): Promise<void> {
  const wanted = order.facts.checks ?? [];
  if (wanted.length === 0) return;
  const check = await checksOf(tx, order.id);
  const lacking = wanted.filter((one) => (one === 'risk' ? !check?.risk : !check?.checked.includes(one)));
  if (lacking.length === 0) return;
  const say = (key: string): string => tx.ctx.app.wording.say(tx.ctx.tag, key);
  refuse('ChecksMissing', { lacking, because: lacking.map((one) => say(`check.${one}`)).join(say('rule.between')) });
}
