import type { Actor } from '#platform/actor';
import { found } from '#platform/refuse';
import { move } from '#platform/states';
import type { Tx } from '#platform/transaction';
import { placeIdsSql } from '../order/order-queries.ts';
import { offerStates } from '../order/states.ts';
import type { OfferState } from '../order/states.ts';

/** An offer as verbs and rules see it. `candidateIds`: who may answer; of a team all its members, none where it is open to all. */
export interface OfferRow {
  readonly id: string;
  readonly state: OfferState;
  readonly orderId: string;
  readonly visitId: string;
  readonly placeId: string;
  /** As of the order. */
  readonly placeIds: readonly string[];
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly teamId: string | null;
  /** To everybody who fits: then neither a person nor a team was asked. */
  readonly openToAll: boolean;
  /** Who wishes to hand the visit over. */
  readonly insteadOf: string | null;
  /** Who leads the visit to which somebody new is asked to come along. */
  readonly beside: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly candidateIds: readonly string[];
  /** Who leads the team that was asked. */
  readonly leaderId: string | null;
  readonly answeredIds: readonly string[];
  /** Whether a yes would still be heard: it is open, or was declined and nothing has followed from that yet. */
  readonly stands: boolean;
}

/** Columns of an OfferRow that stand in the rows themselves, from `offerTables`. */
const plainColumns = `f.id, f.state, f.order_id as "orderId", f.visit_id as "visitId", o.place_id as "placeId", o.station_id as "unitId", ${placeIdsSql} as "placeIds", f.person_id as "personId", f.team_id as "teamId", f.open_to_all as "openToAll", f.instead_of as "insteadOf", f.beside, f.happened_at as "madeAt", f.expires_at as "expiresAt"`;
// What was declined stands while its visit does and nobody was asked because of it: neither the next in turn, nor somebody else by the desk. A round is answered as one, and gone as one.
const standsSql = `(f.state = 'open' or f.state = 'declined' and o.round_id is null and o.visit_id = f.visit_id
  and exists (select 1 from volunteering.visits s where s.county_id = f.county_id and s.id = f.visit_id and s.state = 'planned')
  and not exists (select 1 from volunteering.offers g where g.county_id = f.county_id and g.order_id = f.order_id and g.happened_at > f.happened_at)
  and case when f.instead_of is null and f.beside is null
    then o.state = 'accepted' or o.state = 'dispatched' and not exists (select 1 from volunteering.waterfalls w where w.county_id = f.county_id and w.visit_id = f.visit_id)
    else o.state = 'taken' end)`;
/** Columns of an OfferRow, from `offerTables`. */
export const offerColumns = `${plainColumns}, ${standsSql} as stands,
  case when f.person_id is not null then array[f.person_id::text]
       else array(select m.person_id::text from volunteering.team_members m where m.county_id = f.county_id and m.team_id = f.team_id and m.left_at is null) end as "candidateIds",
  (select t.leader_id from volunteering.teams t where t.county_id = f.county_id and t.id = f.team_id) as "leaderId",
  array(select n.person_id::text from volunteering.offer_answers n where n.county_id = f.county_id and n.offer_id = f.id) as "answeredIds"`;
/** Columns of an OfferRow of an offer to all: nobody in particular was asked, and who answered is not looked up, for hundreds may read it at once. */
export const openOfferColumns = `${plainColumns}, true as stands, '{}'::text[] as "candidateIds", null as "leaderId", '{}'::text[] as "answeredIds"`;
export const offerTables =
  'volunteering.offers f join volunteering.orders o on o.county_id = f.county_id and o.id = f.order_id';

/** The offer, or 404. Lock its order first. */
export async function offerById(tx: Tx, id: string): Promise<OfferRow> {
  const [row] = await tx.named<OfferRow>(
    'volunteering.offer',
    `select ${offerColumns} from ${offerTables} where f.county_id = $1 and f.id = $2`,
    [tx.countyId, id],
  );
  return found(row);
}

/** All offers of an order, oldest first. */
export const offersOfOrder = (tx: Tx, orderId: string): Promise<OfferRow[]> =>
  tx.named<OfferRow>(
    'volunteering.offers-of',
    `select ${offerColumns} from ${offerTables} where f.county_id = $1 and f.order_id = $2 order by f.id`,
    [tx.countyId, orderId],
  );

/** Ends the open offers of an order: they are not needed any more, or their time is over. Answers which. */
export async function endOpenOffers(
  tx: Tx,
  orderId: string,
  to: 'withdrawn' | 'expired',
  by: Actor,
  only?: (offer: OfferRow) => boolean,
): Promise<OfferRow[]> {
  const open = (await offersOfOrder(tx, orderId)).filter((offer) => offer.state === 'open' && (only?.(offer) ?? true));
  for (const offer of open) await move(tx, offerStates, offer, to, { by });
  return open;
}
