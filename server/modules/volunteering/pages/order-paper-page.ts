import { publicPrefix } from '@xiangyin/document/public-prefix';
import { emergencyNumbers, inWords, placesOf } from '#places';
import { qrCode } from '#media';
import { stationFor } from '#stations';
import { addressOf } from '#platform/county-address';
import type { Page, PageCall } from '#platform/page';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { consentSaid, consentVersion } from '../order/consent.ts';
import type { OrderPaperPageProps } from '../page-contract.ts';
import { serviceBySlug } from '../service/service-queries.ts';
import type { Service } from '../service/service-queries.ts';
import { stationOf } from './order-status.ts';
import { inService } from './teasers.ts';

/** `/services/:slug/paper`: a blank order to print and to fill in by hand; a clerk types it in later with the time at which it was written. With `?place=<code>` it names that place's station, otherwise the county's desk. */
export const orderPaperPage: Page = {
  path: '/services/:slug/paper',
  view: 'volunteering/order-paper',
  cached: false,
  perMinute: 30,
  query: ['place'],
  load: (call) =>
    call.ctx.transaction(async (tx) => {
      const service = await serviceBySlug(tx, call.params['slug'] ?? '');
      return { props: await paperProps(tx, call, found(service?.active ? service : undefined)) };
    }),
};

async function paperProps(tx: Tx, call: PageCall, service: Service): Promise<OrderPaperPageProps> {
  const { language, tag, county } = call.ctx;
  const place = placesOf(tx).byCode(call.query['place'] ?? '');
  const station = place ? await stationFor(tx, place.id, service.level) : undefined;
  const orderHref = `/services/${service.slug}/order`;
  return {
    slug: service.slug,
    name: inService(service.facts.name, language),
    prepare: inService(service.facts.prepare, language),
    where: service.facts.where,
    placeName: place ? inWords(place.name, language) : '',
    station: await stationOf(tx, station?.id ?? null, language),
    emergencies: emergencyNumbers(county, language),
    ...consentSaid(call.ctx),
    consentVersion,
    orderHref,
    qr: await qrCode(`${addressOf(call.ctx)}${publicPrefix(county.languages, tag)}${orderHref}`),
    deskQr: await qrCode(`${addressOf(call.ctx)}/console/orders/new?service=${service.slug}&channel=paper`),
  };
}
