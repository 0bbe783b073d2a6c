import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import { found, refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CallBackLine, CallBackResult } from '../contract.ts';
import { confirmNow, disputeNow } from '../order/conclude-order.ts';
import { noteDifference } from '../hours/difference/note-difference.ts';
import { orderForUpdate } from '../order/order-queries.ts';
import { saidWords } from '../order/words-of-record.ts';
import { callBackById, callBackLines } from './call-back-queries.ts';
import type { CallBackRow } from './call-back-queries.ts';

const tries = 2;

/** What the caller heard. Said to them that it was done, an order that waits for its word is confirmed; that it was not, disputed. Nobody answered twice: no answer, which is no word about the visit.
 *  Refuses: Forbidden (403) to all but its caller, CallBackDone (409). */
export async function enterCallBack(ctx: Ctx, actor: Actor, id: string, heard: CallBackResult): Promise<CallBackLine> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, (await callBackById(tx, id)).orderId);
    const callBack = await callBackById(tx, id);
    must(tx, actor, 'call-back.enter', callBack);
    if (callBack.result) refuse('CallBackDone');
    await write(tx, callBack, heard);
    // Of a visit that was made again since, they speak of the earlier one.
    const isLast = order.visitId === callBack.visitId;
    if (heard.reached && order.state === 'done' && isLast) {
      const { minutes } = heard;
      if (heard.said === 'confirmed') await confirmNow(tx, actor, order, { minutes });
      else await disputeNow(tx, actor, order, { reason: saidWords(tx, 'not-done'), minutes });
    }
    if (heard.reached && order.confirmedAt && isLast) await noteDifference(tx, actor, order, heard.minutes, true);
    await audit(tx, actor, { act: 'call-back.enter', noun: 'call-back', subjectId: id, placeId: order.placeId });
    return found((await callBackLines(tx, actor, [await callBackById(tx, id)]))[0]);
  });
}

async function write(tx: Tx, callBack: CallBackRow, heard: CallBackResult): Promise<void> {
  const made = callBack.tries + 1;
  const result = heard.reached ? heard.said : made >= tries ? 'no-answer' : null;
  await tx.named(
    'volunteering.enter-call-back',
    'update volunteering.call_backs set tries = $3, result = $4, score = $5, called_at = $6 where county_id = $1 and id = $2',
    [tx.countyId, callBack.id, made, result, heard.reached ? (heard.score ?? null) : null, result ? tx.at : null],
  );
}
