import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { VisitCode } from '../contract.ts';
import { orderById } from '../order/order-queries.ts';
import { mustNotBeOwn } from '../order/conclude-order.ts';
import { codeNow } from './visit-code.ts';
import { visitById } from './visit-queries.ts';

const open = new Set(['planned', 'under-way']);

/** The code that the station shows to whoever comes to help there. At a home only the person served shows one.
 *  Refuses: CodeNotShown (422) outside the time of the visit or where it is not at a station, OwnVisit (403). */
export async function showCode(ctx: Ctx, actor: Actor, visitId: string): Promise<VisitCode> {
  return ctx.transaction(async (tx) => {
    const visit = await visitById(tx, visitId);
    mustSee(tx, actor, 'visit.read', visit);
    must(tx, actor, 'visit.show-code', visit);
    const order = await orderById(tx, visit.orderId);
    mustNotBeOwn(actor, order);
    if (order.facts.where !== 'station' || !open.has(visit.state)) refuse('CodeNotShown');
    const { code, until } = (await codeNow(tx, visit)) ?? refuse('CodeNotShown');
    return { code, until: until.toISOString() };
  });
}
