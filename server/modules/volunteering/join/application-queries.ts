import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';
import type { ApplicationLine } from '../contract.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import type { Window } from '../volunteer/volunteer-queries.ts';

/** An application as verbs and rules see it. */
export interface ApplicationRow {
  readonly id: string;
  readonly teamId: string | null;
  /** Who leads that team: may see it as well. */
  readonly leaderId: string | null;
  readonly placeId: string;
  readonly name: string;
  readonly phone: string;
  readonly skills: readonly string[];
  readonly availability: readonly Window[];
  readonly withinKm: number | null;
  readonly bornOn: string | null;
  readonly guardianName: string | null;
  readonly guardianPhone: string | null;
  readonly language: 'zh-CN' | 'en';
  readonly suspect: boolean;
  readonly sentAt: Date;
  readonly verdict: 'taken-in' | 'declined' | null;
  readonly answeredAt: Date | null;
  readonly personId: string | null;
}

/** Columns of an ApplicationRow, from `applicationTables`. */
export const applicationColumns = `a.id, a.team_id as "teamId", t.leader_id as "leaderId", a.place_id as "placeId", a.name, a.phone, a.skills, a.availability, a.within_km as "withinKm", to_char(a.born_on, 'YYYY-MM-DD') as "bornOn",
  a.guardian_name as "guardianName", a.guardian_phone as "guardianPhone", a.language, a.suspect, a.sent_at as "sentAt", a.verdict, a.answered_at as "answeredAt", a.person_id as "personId"`;
/** The tables behind it. */
export const applicationTables =
  'volunteering.applications a left join volunteering.teams t on t.county_id = a.county_id and t.id = a.team_id';

/** One of them, locked, or 404. */
export async function applicationForUpdate(tx: Tx, id: string): Promise<ApplicationRow> {
  const [row] = await tx.named<ApplicationRow>(
    'volunteering.application',
    `select ${applicationColumns} from ${applicationTables} where a.county_id = $1 and a.id = $2 for update of a`,
    [tx.countyId, id],
  );
  return found(row);
}

/** Applications as those see them who take people in. */
export async function applicationLines(
  tx: Tx,
  actor: Actor,
  rows: readonly ApplicationRow[],
): Promise<ApplicationLine[]> {
  const teams = new Map((await teamsOf(tx)).map((team) => [team.id, team.name]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    phone: row.phone,
    place: placeLine(placeOrRefuse(tx, row.placeId)),
    team: row.teamId ? { id: row.teamId, name: teams.get(row.teamId) ?? {} } : null,
    skills: [...row.skills],
    availability: [...row.availability],
    withinKm: row.withinKm,
    bornOn: row.bornOn,
    guardian: row.guardianName && row.guardianPhone ? { name: row.guardianName, phone: row.guardianPhone } : null,
    suspect: row.suspect,
    sentAt: row.sentAt.toISOString(),
    verdict: row.verdict,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    personId: row.personId,
    abilities: abilitiesOn(tx, actor, 'application', row),
  }));
}
