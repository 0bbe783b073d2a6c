import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CallBackLine } from '../contract.ts';
import { callBackGiven } from '../events.ts';
import { handlersOf } from '../order/handlers.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import { callBackById, callBackLines } from './call-back-queries.ts';
import type { CallBackRow } from './call-back-queries.ts';
import { independentCallers, involvedSql } from './independent-callers.ts';

/** Gives a call-back that nobody rings about, or whose caller does not handle orders there any more, to somebody else who had no part in the visit: to whoever has the fewest to make. Nobody is chosen by hand.
 *  Refuses: CallBackDone (409), CallerThere (409) while its caller can ring, NobodyToRing (422). */
export async function giveCallBack(ctx: Ctx, actor: Actor, id: string): Promise<CallBackLine> {
  return ctx.transaction(async (tx) => {
    await orderForUpdate(tx, (await callBackById(tx, id)).orderId);
    const callBack = await callBackById(tx, id);
    must(tx, actor, 'call-back.give', callBack);
    if (callBack.result) refuse('CallBackDone');
    if (callBack.callerId && (await handlersOf(tx, callBack)).includes(callBack.callerId)) refuse('CallerThere');
    const callerId = (await nextCaller(tx, callBack)) ?? refuse('NobodyToRing');
    await tx.named(
      'volunteering.give-call-back',
      'update volunteering.call_backs set caller_id = $3 where county_id = $1 and id = $2',
      [tx.countyId, id, callerId],
    );
    await emit(tx, callBackGiven, actor, { callBackId: id, personId: callerId });
    await audit(tx, actor, { act: 'call-back.give', noun: 'call-back', subjectId: id, placeId: callBack.placeId });
    return found((await callBackLines(tx, actor, [await callBackById(tx, id)]))[0]);
  });
}

async function nextCaller(tx: Tx, callBack: CallBackRow): Promise<string | undefined> {
  const [row] = await tx.named<{ involved: string[] }>(
    'volunteering.involved-in',
    `select ${involvedSql} as involved from volunteering.orders o where o.county_id = $1 and o.id = $2`,
    [tx.countyId, callBack.orderId],
  );
  const free = await independentCallers(
    tx,
    { ...callBack, involved: found(row).involved },
    { teams: await teamsOf(tx) },
  );
  const counts = await tx.named<{ id: string; open: number }>(
    'volunteering.open-call-backs-of',
    'select caller_id as id, count(*)::int as open from volunteering.call_backs where county_id = $1 and caller_id = any($2::uuid[]) and result is null group by caller_id',
    [tx.countyId, free],
  );
  const open = new Map(counts.map((one) => [one.id, one.open]));
  return free.toSorted((a, b) => (open.get(a) ?? 0) - (open.get(b) ?? 0))[0];
}
