import { actorRow } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { newId } from '#platform/ids';
import { begin } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { remind } from '../order/reminders.ts';
import { offerStates } from '../order/states.ts';
import type { OfferTimes } from './offer-times.ts';

/** To whom an offer goes: somebody, a team, or everybody who fits; `insteadOf`: who wishes to hand over; `beside`: who leads the visit to which somebody new comes along. */
export interface Offered {
  readonly personId?: string;
  readonly teamId?: string;
  readonly openToAll?: true;
  readonly insteadOf?: string;
  readonly beside?: string;
}

/** Writes an offer down with its reminders: halfway to those who have not answered, and at the end. */
export async function makeOffer(
  tx: Tx,
  actor: Actor,
  visit: { orderId: string; visitId: string },
  to: Offered,
  times: OfferTimes,
): Promise<string> {
  const id = newId<'offer'>();
  await tx.named(
    'volunteering.make-offer',
    `insert into volunteering.offers (county_id, id, order_id, visit_id, person_id, team_id, open_to_all, instead_of, state, made_by, happened_at, entered_at, expires_at, beside)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10, $11, $12, $13)`,
    [
      tx.countyId,
      id,
      visit.orderId,
      visit.visitId,
      to.personId ?? null,
      to.teamId ?? null,
      to.openToAll ?? false,
      to.insteadOf ?? null,
      JSON.stringify(actorRow(actor)),
      times.at,
      tx.at,
      times.expiresAt,
      to.beside ?? null,
    ],
  );
  await begin(tx, offerStates, id, { by: actor, happenedAt: times.at });
  await remind(tx, visit.orderId, 'offer-ended', times.expiresAt, id);
  await remind(tx, visit.orderId, 'offer-ending', times.halfAt, id);
  return id;
}
