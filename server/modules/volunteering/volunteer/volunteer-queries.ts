import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** A stretch of a week in which somebody can come. */
export interface Window {
  weekdays: number[];
  from: string;
  to: string;
}

/** A volunteer. `licences` with the last day on which each holds. */
export interface Volunteer {
  readonly personId: string;
  readonly number: string;
  readonly homePlaceId: string;
  readonly skills: readonly string[];
  readonly trained: boolean;
  readonly withinKm: number | null;
  readonly availability: readonly Window[];
  readonly languages: readonly string[];
  readonly state: 'active' | 'paused' | 'left';
  readonly version: number;
  readonly licences: readonly { licence: string; expiresOn: string }[];
}

/** Columns of a Volunteer, from `volunteering.volunteers v`. */
export const volunteerColumns = `v.person_id as "personId", v.number, v.home_place_id as "homePlaceId", v.skills, v.trained_at is not null as trained, v.within_km as "withinKm", v.availability, v.languages, v.state, v.version,
  coalesce((select json_agg(json_build_object('licence', l.licence, 'expiresOn', to_char(l.expires_on, 'YYYY-MM-DD')) order by l.licence)
     from volunteering.volunteer_licences l where l.county_id = v.county_id and l.person_id = v.person_id), '[]') as licences`;

/** Volunteers by person; unknown ones are left out. */
export async function volunteersByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, Volunteer>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.named<Volunteer>(
    'volunteering.volunteers-by-ids',
    `select ${volunteerColumns} from volunteering.volunteers v where v.county_id = $1 and v.person_id = any($2::uuid[])`,
    [tx.countyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Everybody who is active, in no order. */
export const activeVolunteers = (tx: Tx): Promise<Volunteer[]> =>
  tx.named<Volunteer>(
    'volunteering.active-volunteers',
    `select ${volunteerColumns} from volunteering.volunteers v where v.county_id = $1 and v.state = 'active'`,
    [tx.countyId],
  );

/** Locks a volunteer, so that two offers taken at once are seen one after the other; 404 for somebody who is none. */
export async function lockVolunteer(tx: Tx, personId: string): Promise<Volunteer> {
  await tx.named(
    'volunteering.lock-volunteer',
    'select person_id from volunteering.volunteers where county_id = $1 and person_id = $2 for update',
    [tx.countyId, personId],
  );
  return found((await volunteersByIds(tx, [personId])).get(personId));
}
