import { addUnit } from '#access';
import { placeOrRefuse } from '#places';
import type { Words } from '#platform/county';
import { found } from '#platform/refuse';
import type { Tx } from '#platform/transaction';

/** A volunteer team; its id is that of its unit. */
export interface Team {
  readonly id: string;
  readonly unitId: string;
  readonly placeId: string;
  readonly name: Words;
  readonly leaderId: string | null;
  readonly skills: readonly string[];
  /** Stands on the page where people join. */
  readonly recruits: boolean;
  /** What it does, in words. */
  readonly about: Words;
  readonly closed: boolean;
  readonly version: number;
  readonly memberIds: readonly string[];
}

const columns = `t.id, t.id as "unitId", t.place_id as "placeId", t.name, t.leader_id as "leaderId", t.skills, t.recruits, t.about, t.closed_at is not null as closed, t.version,
  array(select m.person_id::text from volunteering.team_members m where m.county_id = t.county_id and m.team_id = t.id and m.left_at is null order by m.joined_at, m.person_id) as "memberIds"`;

/** The county's teams that are not closed. */
export const teamsOf = (tx: Tx): Promise<Team[]> =>
  tx.named<Team>(
    'volunteering.teams',
    `select ${columns} from volunteering.teams t where t.county_id = $1 and t.closed_at is null order by t.id`,
    [tx.countyId],
  );

/** The county's teams that are closed. */
export const closedTeams = (tx: Tx): Promise<Team[]> =>
  tx.named<Team>(
    'volunteering.closed-teams',
    `select ${columns} from volunteering.teams t where t.county_id = $1 and t.closed_at is not null order by t.id`,
    [tx.countyId],
  );

/** The team, or 404; closed ones too. */
export async function teamById(tx: Tx, id: string): Promise<Team> {
  const [row] = await tx.named<Team>(
    'volunteering.team',
    `select ${columns} from volunteering.teams t where t.county_id = $1 and t.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** The same, locked until the transaction ends: of two who change it at once the second keeps what the first has said. */
export async function teamForUpdate(tx: Tx, id: string): Promise<Team> {
  await tx.named(
    'volunteering.team-lock',
    'select id from volunteering.teams where county_id = $1 and id = $2 for update',
    [tx.countyId, id],
  );
  return teamById(tx, id);
}

/** Somebody joins a team; the others stay. Whoever changes the team by what they saw before is told. */
export async function joinTeam(tx: Tx, teamId: string, personId: string): Promise<void> {
  await tx.named(
    'volunteering.team-grows',
    'update volunteering.teams set version = version + 1 where county_id = $1 and id = $2',
    [tx.countyId, teamId],
  );
  await addMember(tx, teamId, personId);
}

const addMember = (tx: Tx, teamId: string, personId: string): Promise<unknown> =>
  tx.named(
    'volunteering.join-team',
    `insert into volunteering.team_members (county_id, team_id, person_id, joined_at) values ($1, $2, $3, $4)
     on conflict (county_id, team_id, person_id) do update set left_at = null`,
    [tx.countyId, teamId, personId, tx.at],
  );

/** Makes a team with its unit; asks nobody (verbs and seeds do). */
export async function addTeam(
  tx: Tx,
  team: {
    name: Words;
    placeId: string;
    leaderId?: string | null | undefined;
    skills?: readonly string[] | undefined;
    memberIds?: readonly string[] | undefined;
    /** What it does, where it looks for people. */
    about?: Words | undefined;
  },
): Promise<Team> {
  placeOrRefuse(tx, team.placeId);
  const unit = await addUnit(tx, { kind: 'team', placeId: team.placeId, name: team.name });
  await tx.named(
    'volunteering.add-team',
    'insert into volunteering.teams (county_id, id, place_id, name, leader_id, skills, made_at, recruits, about) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      tx.countyId,
      unit.id,
      team.placeId,
      JSON.stringify(team.name),
      team.leaderId ?? null,
      team.skills ?? [],
      tx.at,
      team.about !== undefined,
      JSON.stringify(team.about ?? {}),
    ],
  );
  await setMembers(tx, unit.id, team.memberIds ?? []);
  return teamById(tx, unit.id);
}

/** Sets who belongs to a team; those who left stay on record. */
export async function setMembers(tx: Tx, teamId: string, personIds: readonly string[]): Promise<void> {
  await tx.named(
    'volunteering.leave-team',
    'update volunteering.team_members set left_at = $3 where county_id = $1 and team_id = $2 and left_at is null and not person_id = any($4::uuid[])',
    [tx.countyId, teamId, tx.at, personIds],
  );
  for (const personId of new Set(personIds)) await addMember(tx, teamId, personId);
}
