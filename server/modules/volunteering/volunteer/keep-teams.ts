import { keepUnit } from '#access';
import { displayNames, personById } from '#people';
import { mustBeInOwnLanguage, placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { mustBeAsRead } from '#platform/as-read';
import { audit } from '#platform/audit';
import { abilitiesOn, may, must, mustSee, mustSomewhere } from '#platform/permits';
import { found } from '#platform/refuse';
import type { Words } from '#platform/county';
import type { Ctx, Tx } from '#platform/transaction';
import type { NewTeam, TeamView } from '../contract.ts';
import { plainWords } from '../plain-words.ts';
import { mustBeKnownTerms, termsAt } from '../service/known-terms.ts';
import { thingOf } from './list-volunteers.ts';
import { addTeam, closedTeams, setMembers, teamById, teamForUpdate, teamsOf } from './team-queries.ts';
import type { Team } from './team-queries.ts';
import { volunteersByIds } from './volunteer-queries.ts';

/** The county's teams; asked for, the closed ones after them that the asker may change. */
export async function listTeams(
  ctx: Ctx,
  actor: Actor,
  asked: { closed?: boolean | undefined } = {},
): Promise<{ items: TeamView[]; total: number }> {
  return ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'team.list');
    const closed = asked.closed ? (await closedTeams(tx)).filter((team) => may(tx, actor, 'team.write', team)) : [];
    const items = await teamViews(tx, actor, [...(await teamsOf(tx)), ...closed]);
    return { items, total: items.length };
  });
}

/** Founds a team of volunteers. Refuses NotFound (404) for members who are none, or whom the asker does not see, and for an unknown leader. */
export async function foundTeam(ctx: Ctx, actor: Actor, request: NewTeam): Promise<TeamView> {
  return ctx.transaction(async (tx) => {
    must(tx, actor, 'team.write', { placeId: placeOrRefuse(tx, request.placeId).id });
    await mustBeVolunteers(tx, actor, request.memberIds ?? []);
    await mustBeKnown(tx, request.leaderId);
    mustBeInOwnLanguage(tx, request.name);
    await mustBeKnownTerms(
      tx,
      termsAt('skill', request.skills, (at) => `/skills/${at}`),
    );
    const team = await addTeam(tx, { ...request, name: plainWords(request.name) });
    await audit(tx, actor, { act: 'team.found', noun: 'team', subjectId: team.id, placeId: team.placeId });
    return found((await teamViews(tx, actor, [team]))[0]);
  });
}

/** Changes a team: what it is called, where it is at home, who belongs to it; closes it, or opens it again. Its unit is called and stands as it does. Refuses: Forbidden (403) also where it is to go, StaleVersion (409), NotFound (404). */
export async function changeTeam(
  ctx: Ctx,
  actor: Actor,
  id: string,
  change: {
    version: number;
    name?: Words | undefined;
    placeId?: string | undefined;
    memberIds?: string[] | undefined;
    leaderId?: string | null | undefined;
    skills?: string[] | undefined;
    recruits?: boolean | undefined;
    about?: Words | undefined;
    closed?: boolean | undefined;
  },
): Promise<TeamView> {
  return ctx.transaction(async (tx) => {
    const team = await teamForUpdate(tx, id);
    must(tx, actor, 'team.write', team);
    const placeId = change.placeId ? placeOrRefuse(tx, change.placeId).id : team.placeId;
    must(tx, actor, 'team.write', { ...team, placeId });
    mustBeAsRead(team.version, change.version);
    if (change.name) mustBeInOwnLanguage(tx, change.name);
    const name = change.name ? plainWords(change.name) : team.name;
    await mustBeKnown(tx, change.leaderId);
    await mustBeKnownTerms(
      tx,
      termsAt('skill', change.skills, (at) => `/skills/${at}`, team.skills),
    );
    if (change.memberIds) {
      await mustBeVolunteers(tx, actor, change.memberIds, team.memberIds);
      await setMembers(tx, id, change.memberIds);
    }
    await tx.named(
      'volunteering.change-team',
      'update volunteering.teams set leader_id = $3, skills = $4, closed_at = case when $5 then coalesce(closed_at, $6) end, recruits = $7, about = $8, name = $9, place_id = $10, version = version + 1 where county_id = $1 and id = $2',
      [
        tx.countyId,
        id,
        change.leaderId === undefined ? team.leaderId : change.leaderId,
        change.skills ?? team.skills,
        change.closed ?? team.closed,
        tx.at,
        change.recruits ?? team.recruits,
        JSON.stringify(change.about ? plainWords(change.about) : team.about),
        JSON.stringify(name),
        placeId,
      ],
    );
    await keepUnit(tx, id, { name, placeId });
    await audit(tx, actor, { act: 'team.change', noun: 'team', subjectId: id, placeId });
    return found((await teamViews(tx, actor, [await teamById(tx, id)]))[0]);
  });
}

// Whoever leads a team sees its people: nobody is put into one by who does not see them. `already`: who is in it stays.
async function mustBeVolunteers(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  already: readonly string[] = [],
): Promise<void> {
  const known = await volunteersByIds(tx, ids);
  for (const id of ids) {
    const one = found(known.get(id));
    if (!already.includes(id)) mustSee(tx, actor, 'volunteer.list', thingOf(one));
  }
}

async function mustBeKnown(tx: Tx, leaderId: string | null | undefined): Promise<void> {
  if (leaderId) found(await personById(tx, leaderId));
}

async function teamViews(tx: Tx, actor: Actor, teams: readonly Team[]): Promise<TeamView[]> {
  const names = await displayNames(
    tx,
    teams.flatMap((team) => [...team.memberIds]),
  );
  return teams.map((team) => ({
    id: team.id,
    name: team.name,
    place: placeLine(placeOrRefuse(tx, team.placeId)),
    leaderId: team.leaderId,
    skills: [...team.skills],
    recruits: team.recruits,
    about: team.about,
    members: may(tx, actor, 'team.see-members', team)
      ? team.memberIds.map((personId) => ({ personId, name: names.get(personId) ?? '' }))
      : [],
    memberCount: team.memberIds.length,
    closed: team.closed,
    version: team.version,
    abilities: abilitiesOn(tx, actor, 'team', team),
  }));
}
