import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { FreshCode } from '../contract.ts';
import { mustNotBeOwn } from './conclude-order.ts';
import { keyedHash } from './keyed-hash.ts';
import { resealCode } from './notices/keep-notices.ts';
import { inGroups, newOrderCode } from './order-code.ts';
import { orderForUpdate, setOrder } from './order-queries.ts';
import { passphraseOf } from './passphrase.ts';
import { proveDigits } from './prove-digits.ts';
import { slipHref } from './slip-token.ts';

/** 补编号: whoever ordered has lost the slip, says the last four digits of the phone, and gets another code with its slip. The old code opens nothing from now on; later messages carry the new one.
 *  Refuses: LastFourWrong (403), OwnVisit (403) to whoever goes there: with the code they could speak for those they helped. */
export async function reissueCode(
  ctx: Ctx,
  actor: Actor,
  orderId: string,
  request: { lastFour: string },
): Promise<FreshCode> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, orderId);
    mustSee(tx, actor, 'order.read', order);
    must(tx, actor, 'order.reissue-code', order);
    mustNotBeOwn(actor, order);
    await proveDigits(tx, order, request.lastFour);
    const code = newOrderCode();
    await setOrder(tx, orderId, { code_hash: await keyedHash(tx, 'code', code) });
    await resealCode(tx, orderId, code);
    await audit(tx, actor, {
      act: 'order.reissue-code',
      noun: 'order',
      subjectId: orderId,
      placeId: order.placeId,
    });
    return {
      orderId,
      code: inGroups(code),
      slipHref: await slipHref(tx, code),
      statusHref: `/orders/${code}`,
      passphrase: await passphraseOf(tx, order),
    };
  });
}
