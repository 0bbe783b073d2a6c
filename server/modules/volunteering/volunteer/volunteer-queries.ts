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
  /** First day on which somebody who pauses is asked again; null: until they say so. */
  readonly pausedUntil: string | null;
  /** Days on which they cannot come, both ends included. */
  readonly away: readonly { from: string; until: string }[];
  /** Their own caps; null: the county's. */
  readonly visitsPerDay: number | null;
  readonly visitsPerWeek: number | null;
  /** Of minors alone. */
  readonly bornOn: string | null;
  readonly guardianAgreed: boolean;
  readonly insuredUntil: string | null;
  /** Has made no visit yet, and goes with somebody trained who leads. */
  readonly needsMentor: boolean;
  /** Agrees to be asked into homes. */
  readonly homeVisits: boolean;
  /** Who leads a team of theirs. */
  readonly leaderIds: readonly string[];
  readonly version: number;
  readonly licences: readonly { licence: string; expiresOn: string }[];
  /** What they have learned that services ask for, with the last day on which it counts; null: it does not end. */
  readonly trainings: readonly { training: string; validUntil: string | null }[];
}

/** Columns of a Volunteer, from `volunteering.volunteers v`. */
export const volunteerColumns = `v.person_id as "personId", v.number, v.home_place_id as "homePlaceId", v.skills, v.trained_at is not null as trained, v.within_km as "withinKm", v.availability, v.languages, v.state, v.version,
  to_char(v.paused_until, 'YYYY-MM-DD') as "pausedUntil", v.away, v.visits_per_day as "visitsPerDay", v.visits_per_week as "visitsPerWeek", to_char(v.born_on, 'YYYY-MM-DD') as "bornOn",
  v.guardian_agreed_at is not null as "guardianAgreed", to_char(v.insured_until, 'YYYY-MM-DD') as "insuredUntil", v.needs_mentor as "needsMentor",
  coalesce((select c.given from volunteering.consents c where c.county_id = v.county_id and c.person_id = v.person_id and c.purpose = 'home-visits' order by c.entered_at desc, c.id desc limit 1), true) as "homeVisits",
  array(select t.leader_id::text from volunteering.team_members m join volunteering.teams t on t.county_id = m.county_id and t.id = m.team_id and t.closed_at is null and t.leader_id is not null
     where m.county_id = v.county_id and m.person_id = v.person_id and m.left_at is null) as "leaderIds",
  coalesce((select json_agg(json_build_object('licence', l.licence, 'expiresOn', to_char(l.expires_on, 'YYYY-MM-DD')) order by l.licence)
     from volunteering.volunteer_licences l where l.county_id = v.county_id and l.person_id = v.person_id), '[]') as licences,
  coalesce((select json_agg(json_build_object('training', g.training, 'validUntil', to_char(g.valid_until, 'YYYY-MM-DD')))
     from volunteering.gathering_guests p join volunteering.gatherings g on g.county_id = p.county_id and g.id = p.gathering_id
    where p.county_id = v.county_id and p.person_id = v.person_id and p.present_at is not null and g.training is not null), '[]') as trainings`;

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

/** Everybody who has not left, in no order; whether somebody pauses on the day in question the rules know. */
export const activeVolunteers = (tx: Tx): Promise<Volunteer[]> =>
  tx.named<Volunteer>(
    'volunteering.active-volunteers',
    `select ${volunteerColumns} from volunteering.volunteers v where v.county_id = $1 and (v.state = 'active' or (v.state = 'paused' and v.paused_until is not null))`,
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
