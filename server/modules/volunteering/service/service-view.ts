import { placeById, placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ServiceView } from '../contract.ts';
import { allLimits, pickLimits } from './limits.ts';
import { isOpen, nextOpening } from './service-queries.ts';
import type { Service } from './service-queries.ts';
import { termNames } from './terms.ts';

/** Services as the console shows them. */
export async function serviceViews(tx: Tx, actor: Actor, services: readonly Service[]): Promise<ServiceView[]> {
  const groups = await termNames(tx, 'group');
  const limits = await allLimits(tx);
  return services.map((service) => ({
    id: service.id,
    slug: service.slug,
    group: service.group,
    groupName: groups.get(service.group) ?? { 'zh-CN': service.group },
    level: service.level,
    place: placeLine(placeOrRefuse(tx, service.placeId)),
    alsoAt: service.alsoPlaceIds.flatMap((id) => placeById(tx, id) ?? []).map(placeLine),
    teamId: service.teamId,
    facts: service.facts,
    open: isOpen(tx, service),
    opensOn: nextOpening(tx, service),
    active: service.active,
    position: service.position,
    homePosition: service.homePosition,
    limits: pickLimits(limits, service.id, service.level),
    version: service.version,
    abilities: abilitiesOn(tx, actor, 'service', service),
  }));
}

/** One of them. */
export const oneServiceView = async (tx: Tx, actor: Actor, service: Service): Promise<ServiceView> =>
  found((await serviceViews(tx, actor, [service]))[0]);
