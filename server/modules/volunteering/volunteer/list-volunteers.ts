import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn, atOrBelowSql, may, rangesFor, withinSql } from '#platform/permits';
import { found } from '#platform/refuse';
import { cursorOf, readCursor } from '#platform/keyset';
import type { Ctx, Tx } from '#platform/transaction';
import type { VolunteerQuery, VolunteerView } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { trainingsOf } from '../gathering/gathering-queries.ts';
import { countyCaps } from './caps.ts';
import { claimsOf } from './claim-queries.ts';
import { teamsOf } from './team-queries.ts';
import { volunteerColumns, volunteersByIds } from './volunteer-queries.ts';
import type { Volunteer } from './volunteer-queries.ts';

/** Volunteers at the asker's places, those of teams the asker leads, and always oneself; by number or by name. */
export async function listVolunteers(
  ctx: Ctx,
  actor: Actor,
  query: VolunteerQuery,
): Promise<{ items: VolunteerView[]; next: string | null; total: number }> {
  return ctx.transaction(async (tx) => {
    const { ranges } = rangesFor(tx, actor, 'volunteer.list');
    const values: unknown[] = [tx.countyId, ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), actor.id];
    const parts = [
      'v.county_id = $1',
      `(${withinSql('v.home_place_id', 2)} or v.person_id = $4 or exists (select 1 from volunteering.team_members m join volunteering.teams t on t.county_id = m.county_id and t.id = m.team_id and t.closed_at is null and t.leader_id = $4 where m.county_id = $1 and m.person_id = v.person_id and m.left_at is null))`,
    ];
    if (query.placeId) parts.push(atOrBelowSql(tx, 'v.home_place_id', query.placeId, values));
    if (query.skill) parts.push(`$${values.push(query.skill)} = any(v.skills)`);
    if (query.state) parts.push(`v.state = $${values.push(query.state)}`);
    if (query.licence)
      parts.push(
        `exists (select 1 from volunteering.volunteer_licences l where l.county_id = $1 and l.person_id = v.person_id and l.licence = $${values.push(query.licence)})`,
      );
    if (query.training)
      parts.push(
        `exists (select 1 from volunteering.gathering_guests a join volunteering.gatherings g on g.county_id = a.county_id and g.id = a.gathering_id where a.county_id = $1 and a.person_id = v.person_id and a.present_at is not null and g.training = $${values.push(query.training)})`,
      );
    if (query.q)
      parts.push(
        `(v.number ilike '%' || $${values.push(query.q.replace(/[\\%_]/g, '\\$&'))} || '%' or p.display_name ilike '%' || $${values.length} || '%')`,
      );
    const from = `volunteering.volunteers v join people.persons p on p.county_id = v.county_id and p.id = v.person_id where ${parts.join(' and ')}`;
    const [count] = (await tx.client.query<{ total: number }>(`select count(*)::int as total from ${from}`, values))
      .rows;
    const key = query.sort === 'name' ? 'p.display_name' : 'v.number';
    const reached = query.cursor ? readCursor(query.cursor, 'cursor') : undefined;
    const after = reached
      ? `(${key}, v.person_id) > ($${values.push(reached.value)}::text, $${values.push(reached.id)}::uuid)`
      : 'true';
    const rows = (
      await tx.client.query<Volunteer>(
        `select ${volunteerColumns} from ${from} and ${after} order by ${key}, v.person_id limit $${values.push(query.limit + 1)}`,
        values,
      )
    ).rows;
    const items = await volunteerViews(tx, actor, rows.slice(0, query.limit));
    const last = items.at(-1);
    return {
      items,
      next:
        rows.length > query.limit && last
          ? cursorOf(query.sort === 'name' ? last.name : last.number, last.personId)
          : null,
      total: count?.total ?? 0,
    };
  });
}

/** Volunteers as screens show them. */
export async function volunteerViews(tx: Tx, actor: Actor, volunteers: readonly Volunteer[]): Promise<VolunteerView[]> {
  const names = await displayNames(
    tx,
    volunteers.map((one) => one.personId),
  );
  const teams = await teamsOf(tx);
  const knows = (one: Volunteer): boolean =>
    may(tx, actor, 'volunteer.write', thingOf(one)) || may(tx, actor, 'volunteer.change-own', thingOf(one));
  const claims = await claimsOf(
    tx,
    volunteers.filter(knows).map((one) => one.personId),
  );
  const trainings = await trainingsOf(
    tx,
    volunteers.map((one) => one.personId),
  );
  const { day } = onTheWall(tx.at, tx.ctx.county.timeZone);
  return volunteers.map((one) => ({
    personId: one.personId,
    name: names.get(one.personId) ?? '',
    number: one.number,
    homePlace: placeLine(placeOrRefuse(tx, one.homePlaceId)),
    skills: [...one.skills],
    licences: one.licences.map((licence) => ({ ...licence, valid: licence.expiresOn >= day })),
    trained: one.trained,
    trainings: trainings.get(one.personId) ?? [],
    withinKm: one.withinKm,
    availability: [...one.availability],
    languages: [...one.languages],
    away: [...one.away],
    visitsPerDay: one.visitsPerDay,
    visitsPerWeek: one.visitsPerWeek,
    countyCaps: countyCaps(tx),
    bornOn: knows(one) ? one.bornOn : null,
    guardianAgreed: one.guardianAgreed,
    insuredUntil: one.insuredUntil,
    needsMentor: one.needsMentor,
    ...pauseNow(one, day),
    claims: knows(one) ? (claims.get(one.personId) ?? []) : [],
    teams: teams
      .filter((team) => team.memberIds.includes(one.personId))
      .map((team) => ({ id: team.id, name: team.name })),
    version: one.version,
    abilities: abilitiesOn(tx, actor, 'volunteer', thingOf(one)),
  }));
}

// A pause with a day ends by itself.
const pauseNow = (one: Volunteer, day: string): Pick<VolunteerView, 'state' | 'pausedUntil'> =>
  one.state === 'paused' && one.pausedUntil !== null && one.pausedUntil <= day
    ? { state: 'active', pausedUntil: null }
    : { state: one.state, pausedUntil: one.pausedUntil };

/** One of them. */
export const oneVolunteerView = async (tx: Tx, actor: Actor, personId: string): Promise<VolunteerView> =>
  found((await volunteerViews(tx, actor, [...(await volunteersByIds(tx, [personId])).values()]))[0]);

/** What the permission rules look at in a volunteer. */
export const thingOf = (
  one: Pick<Volunteer, 'homePlaceId' | 'personId' | 'leaderIds'>,
): { placeId: string; personId: string; leaderIds: readonly string[] } => ({
  placeId: one.homePlaceId,
  personId: one.personId,
  leaderIds: one.leaderIds,
});
