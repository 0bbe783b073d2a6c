import { rootPlace } from '#places';
import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refuse } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { NewService, ServiceFacts } from '../contract.ts';
import { serviceChanged } from '../events.ts';
import { serviceForUpdate } from './service-queries.ts';
import { teamById } from '../volunteer/team-queries.ts';
import type { Service } from './service-queries.ts';

/** Writes a service with its first version and says so to pages and search; asks nobody (verbs and seeds do). Refuses: SlugTaken (409), NotFound (404) for an unknown team. */
export async function addService(tx: Tx, actor: Actor, service: NewService): Promise<Service> {
  if (service.teamId) await teamById(tx, service.teamId);
  const id = newId<'service'>();
  const added = await tx.client.query(
    `insert into volunteering.services (county_id, id, slug, group_key, level, place_id, team_id, facts, position, home_position, also_place_ids, active, version, made_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $12, true, 1, $11, $11) on conflict (county_id, slug) do nothing`,
    [
      tx.countyId,
      id,
      service.slug,
      service.group,
      service.level,
      service.placeId ?? rootPlace(tx).id,
      service.teamId ?? null,
      JSON.stringify(service.facts),
      service.position ?? 1_000,
      service.homePosition ?? null,
      tx.at,
      [...new Set(service.alsoPlaceIds ?? [])],
    ],
  );
  if (added.rowCount !== 1) refuse('SlugTaken', { slug: service.slug }, [{ path: '/slug', code: 'invalid_value' }]);
  await storeVersion(tx, actor, id, 1, service.facts);
  await emit(tx, serviceChanged, actor, { serviceId: id, slug: service.slug });
  return serviceForUpdate(tx, id);
}

/** Keeps what a version of a service was: orders refer to it. */
export const storeVersion = (
  tx: Tx,
  actor: Actor,
  serviceId: string,
  version: number,
  facts: ServiceFacts,
): Promise<unknown> =>
  tx.named(
    'volunteering.store-version',
    'insert into volunteering.service_versions (county_id, service_id, version, facts, made_by, made_at) values ($1, $2, $3, $4, $5, $6)',
    [tx.countyId, serviceId, version, JSON.stringify(facts), JSON.stringify(actorRow(actor)), tx.at],
  );
