import { displayNames } from '#people';
import type { Actor } from '#platform/actor';
import { must, mustSee } from '#platform/permits';
import type { Ctx, Tx } from '#platform/transaction';
import type { Roster } from '../contract.ts';
import { orderById } from '../order/order-queries.ts';
import { offersTogether } from '../round/round-offers.ts';
import { besidesOf, qualifyForAll } from '../round/round-times.ts';
import type { TimedStop } from '../round/round-times.ts';
import { visitById } from '../visit/visit-queries.ts';
import { teamById } from '../volunteer/team-queries.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { offerById } from './offer-queries.ts';
import type { OfferRow } from './offer-queries.ts';
import type { Qualification } from './qualify.ts';

/** The people of a team for an offer that went to it, as whoever leads it, or the desk, sees them: who may go, whom they proposed, who goes. Why somebody may not, and who declined, is not said.
 *  Refuses: NotFound (404), Forbidden (403) to everybody else. */
export const rosterOf = (ctx: Ctx, actor: Actor, offerId: string): Promise<Roster> =>
  ctx.transaction(async (tx) => {
    const offer = await offerById(tx, offerId);
    mustSee(tx, actor, 'offer.read', offer);
    must(tx, actor, 'offer.propose', offer);
    return rosterView(tx, offer);
  });

/** The roster of a team's offer. */
export async function rosterView(tx: Tx, offer: OfferRow): Promise<Roster> {
  const order = await orderById(tx, offer.orderId);
  const memberIds = await membersOf(tx, offer);
  const judged = await judgedFor(tx, offer, memberIds);
  const proposed = new Set(await proposedFor(tx, offer.id));
  const { assignedIds } = await visitById(tx, offer.visitId);
  const names = await displayNames(tx, memberIds);
  return {
    peopleNeeded: order.facts.peopleNeeded,
    peopleTaken: assignedIds.length,
    items: memberIds.map((personId) => ({
      personId,
      name: names.get(personId) ?? '',
      fits: judged.get(personId)?.qualified ?? false,
      proposed: proposed.has(personId),
      goes: assignedIds.includes(personId),
    })),
    total: memberIds.length,
  };
}

const membersOf = async (tx: Tx, { teamId }: OfferRow): Promise<readonly string[]> =>
  teamId ? (await teamById(tx, teamId)).memberIds : [];

/** Whether each of these may go, to every stop where it is a round. */
export async function judgedFor(
  tx: Tx,
  offer: OfferRow,
  personIds: readonly string[],
): Promise<Map<string, Qualification>> {
  const volunteers = [...(await volunteersByIds(tx, personIds)).values()];
  const stops: TimedStop[] = [];
  for (const one of await offersTogether(tx, offer)) {
    const order = await orderById(tx, one.orderId);
    const { startsAt, endsAt, id: visitId } = await visitById(tx, order.visitId ?? offer.visitId);
    stops.push({ order, slot: { startsAt, endsAt, visitId, order, besides: besidesOf(stops) } });
  }
  return qualifyForAll(tx, volunteers, stops);
}

async function proposedFor(tx: Tx, offerId: string): Promise<string[]> {
  const rows = await tx.named<{ personId: string }>(
    'volunteering.proposed-for',
    'select person_id as "personId" from volunteering.offer_proposals where county_id = $1 and offer_id = $2',
    [tx.countyId, offerId],
  );
  return rows.map(({ personId }) => personId);
}

/** Who proposed this person, by offer. */
export async function proposersOf(tx: Tx, personId: string, offerIds: readonly string[]): Promise<Map<string, string>> {
  if (offerIds.length === 0) return new Map();
  const rows = await tx.named<{ offerId: string; proposedBy: string }>(
    'volunteering.proposers-of',
    'select offer_id as "offerId", proposed_by as "proposedBy" from volunteering.offer_proposals where county_id = $1 and person_id = $2 and offer_id = any($3::uuid[])',
    [tx.countyId, personId, offerIds],
  );
  return new Map(rows.map(({ offerId, proposedBy }) => [offerId, proposedBy]));
}
