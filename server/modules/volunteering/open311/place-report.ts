import type { FastifyRequest } from 'fastify';
import { placeByCode } from '#places';
import { guestActor } from '#platform/actor';
import { throttle } from '#platform/http/throttle';
import { addressOf } from '#platform/county-address';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { NewReport, PlacedReport } from '../contract.ts';
import { placeOrder } from '../order/place-order.ts';
import { publicService } from './public-kinds.ts';
import { wordsOf } from './report-words.ts';

/** Somebody's report from a program of theirs becomes an order of a public kind (GeoReport v2, POST Service Request), under the same rules as one from the public form; the program shows a key of the public API, which limits how many it sends in a minute.
 *  Refuses: KeyNotValid (401), NotFound (404) for a kind that is not public, and whatever `placeOrder` refuses. */
export async function placeReport(
  ctx: Ctx,
  request: Pick<FastifyRequest, 'headers' | 'ip'>,
  report: NewReport,
): Promise<PlacedReport> {
  const shown = { ip: request.ip, headers: { authorization: `Bearer ${report.api_key}` } };
  const reader = (await ctx.app.readerByKey(ctx, shown)) ?? refuse('KeyNotValid');
  throttle(ctx.app, 'open311', reader.id, reader.perMinute);
  const name = [report.last_name, report.first_name].filter(Boolean).join(ctx.language === 'en' ? ' ' : '');
  if (name === '') refuse('BadRequest', {}, [{ path: '/body/first_name', code: 'too_small', detail: { minimum: 1 } }]);
  return ctx.transaction(async (tx) => {
    const { orderId, statusHref } = await placeOrder(tx, guestActor(reader.id), {
      service: await publicService(tx, report.service_code),
      place: placeByCode(tx, report['attribute[place]']),
      channel: 'web',
      contacts: [{ name, phone: report.phone }],
      orderedFor: 'self',
      address: report.address_string,
      note: report.description,
      wishes: [],
      needs: [],
      peopleServed: 1,
      language: ctx.language,
      suspect: false,
      again: false,
      takenDownBy: null,
    });
    const follow = wordsOf(ctx.language).follow(`${addressOf(ctx)}${statusHref}`);
    return [{ service_request_id: orderId, service_notice: follow, account_id: null }];
  });
}
