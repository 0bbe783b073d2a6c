import { placesOf } from '#places';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import { onTheWall } from '../county-day.ts';
import type { ServiceFacts, ServiceLevel } from '../contract.ts';
import { isInSeason, opensOn } from './season.ts';

/** A service of the catalogue, in its present version. */
export interface Service {
  readonly id: string;
  readonly slug: string;
  readonly group: string;
  readonly level: ServiceLevel;
  readonly placeId: string;
  /** Further places where it is offered, each with all below. */
  readonly alsoPlaceIds: readonly string[];
  readonly teamId: string | null;
  readonly facts: ServiceFacts;
  readonly position: number;
  readonly homePosition: number | null;
  readonly active: boolean;
  readonly version: number;
}

const columns =
  'id, slug, group_key as "group", level, place_id as "placeId", also_place_ids as "alsoPlaceIds", team_id as "teamId", facts, position, home_position as "homePosition", active, version';
const order = `coalesce((select t.position from volunteering.terms t where t.county_id = s.county_id and t.kind = 'group' and t.key = s.group_key), 9999), group_key, position, slug`;

/** The catalogue in its order; those not offered any more only when asked for. */
export const servicesInOrder = (tx: Tx, all = false): Promise<Service[]> =>
  tx.named<Service>(
    `volunteering.services-${all ? 'all' : 'active'}`,
    `select ${columns} from volunteering.services s where county_id = $1${all ? '' : ' and active'} order by ${order}`,
    [tx.countyId],
  );

/** By slug, or undefined. */
export async function serviceBySlug(tx: Tx, slug: string): Promise<Service | undefined> {
  const [row] = await tx.named<Service>(
    'volunteering.service-by-slug',
    `select ${columns} from volunteering.services where county_id = $1 and slug = $2`,
    [tx.countyId, slug],
  );
  return row;
}

/** The service, or 404. */
export async function serviceById(tx: Tx, id: string): Promise<Service> {
  const [row] = await tx.named<Service>(
    'volunteering.service',
    `select ${columns} from volunteering.services where county_id = $1 and id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The service, locked, or 404. */
export async function serviceForUpdate(tx: Tx, id: string): Promise<Service> {
  const [row] = await tx.named<Service>(
    'volunteering.service-lock',
    `select ${columns} from volunteering.services where county_id = $1 and id = $2 for update`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Whether it can be ordered at this moment: it is offered, and in season. */
export const isOpen = (tx: Tx, { active, facts }: Pick<Service, 'active' | 'facts'>): boolean =>
  active && isInSeason(facts.season, onTheWall(tx.at, tx.ctx.county.timeZone).day);

/** When it is out of season, the day on which it opens again; null: it is in season, has none, or was stopped. */
export function nextOpening(tx: Tx, { active, facts }: Pick<Service, 'active' | 'facts'>): string | null {
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  return active && facts.season && !isInSeason(facts.season, day) ? opensOn(facts.season, day) : null;
}

/** Whether it is offered at a place. */
export const isOfferedAt = (tx: Tx, service: Pick<Service, 'placeId' | 'alsoPlaceIds'>, placeId: string): boolean =>
  [service.placeId, ...service.alsoPlaceIds].some((one) => placesOf(tx).covers(one, placeId));
