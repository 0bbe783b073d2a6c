import { placeLine, placeOrRefuse } from '#places';
import type { Tx } from '#platform/transaction';
import type { OfferLine, ServiceFacts } from '../contract.ts';

/** Whether offer `g` of order `p` goes to the same one as `f` of `o`, for another stop of the same round. */
const sameRound = `g.county_id = f.county_id and g.state = f.state and g.instead_of is null and f.instead_of is null and g.beside is null and f.beside is null
  and (g.person_id = f.person_id or g.team_id = f.team_id) and p.county_id = g.county_id and p.id = g.order_id and p.round_id = o.round_id`;

/** Whether an offer `f` of an order `o` stands behind another one of the same round, which speaks for all its stops. */
export const isLaterStopSql = `(o.round_id is not null and exists (select 1 from volunteering.offers g, volunteering.orders p where ${sameRound} and p.round_position < o.round_position))`;

/** An offer and those that are answered with it: the other stops of its round that were offered to the same one, in the order in which they are visited. */
export async function offersTogether(
  tx: Tx,
  offer: { id: string; orderId: string },
): Promise<{ id: string; orderId: string }[]> {
  const rows = await tx.named<{ id: string; orderId: string }>(
    'volunteering.offers-together',
    `select g.id, g.order_id as "orderId" from volunteering.offers f join volunteering.orders o on o.county_id = f.county_id and o.id = f.order_id, volunteering.offers g, volunteering.orders p
      where f.county_id = $1 and f.id = $2 and ${sameRound} order by p.round_position`,
    [tx.countyId, offer.id],
  );
  return rows.length > 0 ? rows : [{ id: offer.id, orderId: offer.orderId }];
}

/** Whether an offer is a later stop of a round: nobody is told of it by itself. */
export async function isLaterStop(tx: Tx, offerId: string): Promise<boolean> {
  const rows = await tx.named(
    'volunteering.is-later-stop',
    `select 1 from volunteering.offers f join volunteering.orders o on o.county_id = f.county_id and o.id = f.order_id where f.county_id = $1 and f.id = $2 and ${isLaterStopSql}`,
    [tx.countyId, offerId],
  );
  return rows.length > 0;
}

/** A stop as those see it who are asked. */
type Stop = OfferLine['stops'][number];

/** The stops of these offers, in the order in which they are visited; nothing for an offer that stands alone. */
export async function stopsOfOffers(tx: Tx, offerIds: readonly string[]): Promise<Map<string, Stop[]>> {
  if (offerIds.length === 0) return new Map();
  const rows = await tx.named<{ offerId: string; facts: ServiceFacts; placeId: string; startsAt: Date; endsAt: Date }>(
    'volunteering.stops-of-offers',
    `select distinct on (f.id, p.round_position) f.id as "offerId", sv.facts, p.place_id as "placeId", v.starts_at as "startsAt", v.ends_at as "endsAt"
       from volunteering.offers f join volunteering.orders o on o.county_id = f.county_id and o.id = f.order_id, volunteering.offers g, volunteering.orders p
       join volunteering.service_versions sv on sv.county_id = p.county_id and sv.service_id = p.service_id and sv.version = p.service_version
       join volunteering.visits v on v.county_id = p.county_id and v.id = p.visit_id
      where f.county_id = $1 and f.id = any($2::uuid[]) and ${sameRound} order by f.id, p.round_position`,
    [tx.countyId, offerIds],
  );
  const stops = new Map<string, Stop[]>();
  for (const { offerId, facts, placeId, startsAt, endsAt } of rows) {
    const before = stops.get(offerId) ?? [];
    before.push({
      service: facts.name,
      place: placeLine(placeOrRefuse(tx, placeId)),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    });
    stops.set(offerId, before);
  }
  return new Map([...stops].filter(([, list]) => list.length > 1));
}
