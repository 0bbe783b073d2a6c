import { mustBeInOwnLanguage, placeOrRefuse, rootPlace } from '#places';
import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must } from '#platform/permits';
import type { Ctx } from '#platform/transaction';
import type { NewService, ServiceView } from '../contract.ts';
import { addService } from './add-service.ts';
import { mustBeKnownTerms, termsOfFacts } from './known-terms.ts';
import { oneServiceView } from './service-view.ts';

/** Puts a service into the catalogue. Refuses: SlugTaken (409), BadRequest (400) for a group, skill or licence that is not on the county's lists, NotFound (404) for a place of another county. */
export async function offerService(ctx: Ctx, actor: Actor, request: NewService): Promise<ServiceView> {
  return ctx.transaction(async (tx) => {
    const placeId = request.placeId ? placeOrRefuse(tx, request.placeId).id : rootPlace(tx).id;
    must(tx, actor, 'service.write', { placeId });
    for (const id of request.alsoPlaceIds ?? [])
      must(tx, actor, 'service.write', { placeId: placeOrRefuse(tx, id).id });
    mustBeInOwnLanguage(tx, request.facts.name, '/facts/name');
    await mustBeKnownTerms(tx, [{ kind: 'group', key: request.group, path: '/group' }, ...termsOfFacts(request.facts)]);
    const service = await addService(tx, actor, { ...request, placeId });
    await audit(tx, actor, { act: 'service.offer', noun: 'service', subjectId: service.id, placeId });
    return oneServiceView(tx, actor, service);
  });
}
