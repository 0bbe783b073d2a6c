import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { emit } from '#platform/events';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { Roster } from '../contract.ts';
import { offerProposed } from '../events.ts';
import { orderFacts, orderForUpdate } from '../order/order-queries.ts';
import { offerById } from './offer-queries.ts';
import type { OfferRow } from './offer-queries.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { judgedFor, rosterView } from './roster.ts';

/** Whoever leads a team, or the desk, says whom of it they would send; those hear it, and each still answers for themself. Nobody's place is taken by it, and a second time changes nothing.
 *  Refuses: NotFound (404) for people of other teams, OfferEnded (409), CandidateNotQualified (422) without the reason. */
export async function proposeMembers(
  ctx: Ctx,
  actor: Actor,
  offerId: string,
  request: { personIds: readonly string[] },
): Promise<Roster> {
  return ctx.transaction(async (tx) => {
    const order = await orderForUpdate(tx, (await offerById(tx, offerId)).orderId);
    const offer = await offerById(tx, offerId);
    mustSee(tx, actor, 'offer.read', offer);
    must(tx, actor, 'offer.propose', offer);
    if (offer.state !== 'open' || offer.expiresAt <= tx.at) refuse('OfferEnded', { state: offer.state });
    await mustMayGo(tx, offer, request.personIds);
    const told = await writeProposals(tx, actor, offer.id, request.personIds);
    if (told.length > 0) await emit(tx, offerProposed, actor, { ...orderFacts(order), offerId, personIds: told });
    await audit(tx, actor, {
      act: 'offer.propose',
      noun: 'offer',
      subjectId: offer.id,
      placeId: order.placeId,
      detail: { count: told.length },
    });
    return rosterView(tx, offer);
  });
}

async function mustMayGo(tx: Tx, offer: OfferRow, personIds: readonly string[]): Promise<void> {
  if (personIds.some((id) => !offer.candidateIds.includes(id))) refuse('NotFound');
  const judged = await judgedFor(tx, offer, personIds);
  if (personIds.some((id) => !judged.get(id)?.qualified)) refuseUnfit(tx, { obstacles: [], missing: [] });
}

async function writeProposals(tx: Tx, actor: Actor, offerId: string, personIds: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  // Whoever leads and goes themself says yes, and proposes nobody.
  for (const personId of new Set(personIds)) {
    if (personId === actor.id) continue;
    const rows = await tx.named(
      'volunteering.propose',
      'insert into volunteering.offer_proposals (county_id, offer_id, person_id, proposed_by, proposed_at) values ($1, $2, $3, $4, $5) on conflict do nothing returning 1',
      [tx.countyId, offerId, personId, actor.id, tx.at],
    );
    if (rows.length > 0) told.push(personId);
  }
  return told;
}
