import { z } from 'zod';
import { maySomewhere, mustSomewhere } from '#platform/permits';
import { route } from '#platform/http/route';
import { found } from '#platform/refuse';
import {
  consentText,
  limitChange,
  limitLine,
  limitList,
  limitScope,
  newService,
  serviceChange,
  serviceList,
  serviceQuery,
  serviceView,
  term,
  termList,
  termRef,
} from '../contract.ts';
import { consentTextOf } from '../order/consent.ts';
import { changeService } from '../service/change-service.ts';
import { changeLimits, dropLimits } from '../service/change-limits.ts';
import { allLimits, defaultLimits } from '../service/limits.ts';
import { dropTerm } from '../service/drop-term.ts';
import { nameTerm } from '../service/name-term.ts';
import { offerService } from '../service/offer-service.ts';
import { serviceBySlug, servicesInOrder } from '../service/service-queries.ts';
import { oneServiceView, serviceViews } from '../service/service-view.ts';
import { termsOf, termUses } from '../service/terms.ts';

const bySlug = z.strictObject({ slug: z.string().max(90) });
const byId = z.strictObject({ id: z.uuid() });

/** The catalogue, its words, and the times for answering. */
export const serviceRoutes = [
  route({
    method: 'GET',
    path: '/services',
    ability: 'service.read',
    summary: 'The catalogue in its order.',
    query: serviceQuery,
    answer: serviceList,
    handle: ({ ctx, actor, query }) =>
      ctx.transaction(async (tx) => {
        const views = await serviceViews(tx, actor, await servicesInOrder(tx, query.active === false));
        const words = query.q?.toLowerCase();
        const items = views
          .filter(
            (one) =>
              (query.active === undefined || one.active === query.active) &&
              (!query.group || one.group === query.group),
          )
          .filter(
            (one) =>
              !words ||
              [one.slug, one.facts.name['zh-CN'], one.facts.name.en].some((text) =>
                text?.toLowerCase().includes(words),
              ),
          );
        return { items, total: items.length };
      }),
  }),
  route({
    method: 'GET',
    path: '/services/:slug',
    ability: 'service.read',
    summary: 'One service.',
    params: bySlug,
    answer: serviceView,
    handle: ({ ctx, actor, params }) =>
      ctx.transaction(async (tx) => oneServiceView(tx, actor, found(await serviceBySlug(tx, params.slug)))),
  }),
  route({
    method: 'POST',
    path: '/services',
    ability: 'service.write',
    summary: 'Puts a service into the catalogue.',
    body: newService,
    answer: serviceView,
    refuses: ['SlugTaken'],
    handle: ({ ctx, actor, body }) => offerService(ctx, actor, body),
  }),
  route({
    method: 'PATCH',
    path: '/services/:id',
    ability: 'service.write',
    summary: 'Changes a service; orders placed before keep what they were placed under.',
    params: byId,
    body: serviceChange,
    answer: serviceView,
    handle: ({ ctx, actor, params, body }) => changeService(ctx, actor, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/service-terms',
    ability: 'service.read',
    summary: 'Groups, skills and licences of the county, with their names.',
    answer: termList,
    handle: ({ ctx, actor }) =>
      ctx.transaction(async (tx) => {
        const uses = maySomewhere(tx, actor, 'service.write') ? await termUses(tx) : undefined;
        const items = (await termsOf(tx)).map((one) => ({
          ...one,
          usedBy: uses?.get(`${one.kind}:${one.key}`) ?? null,
        }));
        return { items, total: items.length };
      }),
  }),
  route({
    method: 'PUT',
    path: '/service-terms',
    ability: 'service.write',
    summary: 'Names a group, skill or licence.',
    body: term,
    answer: term,
    handle: ({ ctx, actor, body }) => nameTerm(ctx, actor, body),
  }),
  route({
    method: 'DELETE',
    path: '/service-terms',
    ability: 'service.write',
    summary: 'Takes a group, skill or licence off the lists; only one that nothing stands under.',
    body: termRef,
    answer: null,
    refuses: ['TermInUse'],
    handle: ({ ctx, actor, body }) => dropTerm(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/limits',
    ability: 'limit.read',
    summary: 'Times for answering that the county has set, and what holds where it has said nothing.',
    answer: limitList,
    handle: ({ ctx, actor }) =>
      ctx.transaction(async (tx) => {
        mustSomewhere(tx, actor, 'limit.read');
        const items = await allLimits(tx);
        return { items, total: items.length, otherwise: defaultLimits };
      }),
  }),
  route({
    method: 'PUT',
    path: '/limits',
    ability: 'limit.write',
    summary: 'Sets times for answering, for a service, a level, both or the county.',
    body: limitChange,
    answer: limitLine,
    refuses: ['StaleVersion'],
    handle: ({ ctx, actor, body }) => changeLimits(ctx, actor, body),
  }),
  route({
    method: 'DELETE',
    path: '/limits',
    ability: 'limit.write',
    summary: 'Takes back times set by mistake: the next wider ones hold again.',
    body: limitScope,
    answer: null,
    handle: ({ ctx, actor, body }) => dropLimits(ctx, actor, body),
  }),
  route({
    method: 'GET',
    path: '/consent',
    ability: 'service.read',
    summary: 'The text to which whoever orders consents, as it is read out at the desk.',
    answer: consentText,
    handle: ({ ctx }) => Promise.resolve(consentTextOf(ctx)),
  }),
];
