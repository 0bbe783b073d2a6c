import { displayNames } from '#people';
import { distanceKm, placeById, placeLine, placeOrRefuse, inWords } from '#places';
import type { Actor } from '#platform/actor';
import { abilitiesOn } from '#platform/permits';
import { found } from '#platform/refuse';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';
import type { OfferLine, ServiceFacts } from '../contract.ts';
import { factsSql } from '../order/facts-of-order.ts';
import { plainWords } from '../plain-words.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { teamsOf } from '../volunteer/team-queries.ts';
import type { Team } from '../volunteer/team-queries.ts';
import { isLaterStopSql, stopsOfOffers } from '../round/round-offers.ts';
import { excludedFor } from './exclusions.ts';
import { proposersOf } from './roster.ts';
import { offerColumns, offerTables, openOfferColumns } from './offer-queries.ts';
import type { OfferRow } from './offer-queries.ts';

/** An offer with its visit and service. */
export interface OfferWithVisit extends OfferRow {
  slug: string;
  facts: ServiceFacts;
  startsAt: Date;
  endsAt: Date;
  taken: number;
  myAnswer: 'accept' | 'decline' | null;
}

const visitColumns = `s.slug, ${factsSql}, v.starts_at as "startsAt", v.ends_at as "endsAt",
  (select count(*)::int from volunteering.assignments a where a.county_id = f.county_id and a.visit_id = f.visit_id and a.state = 'assigned' and not a.comes_along) as taken`;
/** Columns of an OfferWithVisit, from `offerViewTables`; $1 is the county, $2 the asker. Of a no and a later yes the yes counts: it comes first in the alphabet too. */
const offerViewColumns = `${offerColumns}, ${visitColumns},
  (select min(n.answer) from volunteering.offer_answers n where n.county_id = f.county_id and n.offer_id = f.id and n.person_id = $2) as "myAnswer"`;
/** Columns of an OfferWithVisit that is open to all and that the asker has not answered. */
export const openViewColumns = `${openOfferColumns}, ${visitColumns}, null as "myAnswer"`;
/** The tables behind an OfferWithVisit. */
export const offerViewTables = `${offerTables} join volunteering.services s on s.county_id = o.county_id and s.id = o.service_id
  join volunteering.service_versions sv on sv.county_id = o.county_id and sv.service_id = o.service_id and sv.version = o.service_version
  join volunteering.visits v on v.county_id = f.county_id and v.id = f.visit_id`;
const none: Promise<Team[]> = Promise.resolve([]);
const noPerson = '00000000-0000-0000-0000-000000000000';
/** The asker's id in queries; for whoever is no person one that nobody has. */
export const personOf = (actor: Actor): string => (actor.kind === 'person' ? actor.id : noPerson);

/** Offers that went to this person, their teams or the teams they lead, those that end first at the top. */
export async function myOffers(
  tx: Tx,
  actor: Actor,
  asked: { state?: string | undefined; limit: number },
): Promise<OfferLine[]> {
  const rows = await tx.named<OfferWithVisit>(
    'volunteering.my-offers',
    `select ${offerViewColumns} from ${offerViewTables} where f.county_id = $1 and ($3::text is null or f.state = $3)
       and (f.person_id = $2 or f.team_id = any(array(select m.team_id from volunteering.team_members m where m.county_id = $1 and m.person_id = $2 and m.left_at is null))
         or f.team_id = any(array(select t.id from volunteering.teams t where t.county_id = $1 and t.leader_id = $2 and t.closed_at is null)))
       and not ${isLaterStopSql}
     order by (f.state = 'open') desc, case when f.state = 'open' then f.expires_at end, f.id desc limit $4`,
    [tx.countyId, personOf(actor), asked.state ?? null, asked.limit],
  );
  return offerLines(tx, actor, await withoutExcluded(tx, actor, rows));
}

// Of a team's offers one is not shown who shall not meet whoever ordered: no word of why.
async function withoutExcluded(tx: Tx, actor: Actor, rows: readonly OfferWithVisit[]): Promise<OfferWithVisit[]> {
  const excluded = await excludedFor(
    tx,
    rows.map((row) => row.orderId),
  );
  return rows.filter((row) => row.teamId === null || !excluded.get(row.orderId)?.has(actor.id));
}

/** One offer. */
export async function oneOfferLine(tx: Tx, actor: Actor, id: string): Promise<OfferLine> {
  const rows = await tx.named<OfferWithVisit>(
    'volunteering.offer-line',
    `select ${offerViewColumns} from ${offerViewTables} where f.county_id = $1 and f.id = $3`,
    [tx.countyId, personOf(actor), id],
  );
  return found((await offerLines(tx, actor, rows))[0]);
}

/** Offers as those see them who are asked. */
export async function offerLines(tx: Tx, actor: Actor, rows: readonly OfferWithVisit[]): Promise<OfferLine[]> {
  const me = personOf(actor);
  const addressed = rows.filter((row) => !row.openToAll).map((row) => row.id);
  const ofTeams = rows.filter((row) => row.teamId !== null).map((row) => row.id);
  const [teamList, proposers, stops, askers] = await together(
    ofTeams.length > 0 ? teamsOf(tx) : none,
    proposersOf(tx, me, ofTeams),
    stopsOfOffers(tx, addressed),
    volunteersByIds(tx, [me]),
  );
  const teams = new Map(teamList.map((team) => [team.id, team.name]));
  const names = await displayNames(tx, [
    ...rows.flatMap((row) => [row.insteadOf, row.beside].filter((id) => id !== null)),
    ...proposers.values(),
  ]);
  const home = placeById(tx, askers.get(me)?.homePlaceId ?? '');
  return rows.map((row) => ({
    ...plainLine(tx, row),
    distanceKm: home ? distanceKm(home, placeOrRefuse(tx, row.placeId)) : null,
    teamName: row.teamId ? (teams.get(row.teamId) ?? null) : null,
    insteadOfName: row.insteadOf ? (names.get(row.insteadOf) ?? '') : null,
    besideName: row.beside ? (names.get(row.beside) ?? '') : null,
    proposedByName: names.get(proposers.get(row.id) ?? '') ?? null,
    stops: stops.get(row.id) ?? [],
    abilities: offerAbilities(tx, actor, row),
  }));
}

/** An offer as its row alone tells it: of one to all, which has no team, no stops and nobody who proposed, that is everything but who looks at it. */
export const plainLine = (tx: Tx, row: OfferWithVisit): OfferLine => ({
  id: row.id,
  orderId: row.orderId,
  state: row.state,
  place: placeLine(placeOrRefuse(tx, row.placeId)),
  distanceKm: null,
  teamId: row.teamId,
  teamName: null,
  openToAll: row.openToAll,
  insteadOfName: null,
  besideName: null,
  service: {
    slug: row.slug,
    name: row.facts.name,
    hint: inWords(plainWords(row.facts.hint), tx.ctx.language),
    where: row.facts.where,
    durationMinutes: row.facts.durationMinutes,
  },
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  madeAt: row.madeAt.toISOString(),
  proposedByName: null,
  stops: [],
  peopleNeeded: row.facts.peopleNeeded,
  peopleTaken: row.taken,
  myAnswer: row.myAnswer,
  abilities: [],
});

/** What this person may do with an offer now. */
export const offerAbilities = (tx: Tx, actor: Actor, row: OfferWithVisit): string[] =>
  abilitiesOn(tx, actor, 'offer', row).filter(
    (ability) =>
      (ability !== 'offer.answer' || row.myAnswer !== 'accept') &&
      (ability !== 'offer.propose' || (row.teamId !== null && row.state === 'open')) &&
      (ability === 'offer.read' || (row.stands && row.expiresAt > tx.at)),
  );
