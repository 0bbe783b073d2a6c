import { distanceKm, placeById } from '#places';
import type { Actor } from '#platform/actor';
import { gathered } from '#platform/gathered';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { OfferLine } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import { excludedFor } from './exclusions.ts';
import type { Whom } from './gates/gate.ts';
import { judge } from './gates/judge.ts';
import { offerAbilities, offerViewTables, openViewColumns, personOf, plainLine } from './offer-view.ts';
import type { OfferWithVisit } from './offer-view.ts';
import { askedOf, whomOf } from './qualify.ts';

/** A page of them, and how many are read: whoever may not take the first hundreds, or has declined them, still finds those that are theirs. */
const [mostShown, mostRead] = [200, 1_000];

/** What is open to everybody and fits this person, near first: they see only what they may take. Empty for who is no volunteer. */
export const openOffersFor = async (ctx: Ctx, actor: Actor): Promise<{ items: OfferLine[]; total: number }> => {
  const items = await openOffers(ctx, actor);
  return { items, total: items.length };
};

// Hundreds look at once when something is opened: what is open is the same for all of them, only the rules are asked of each.
const openOffers = gathered<Actor, OfferLine[]>(async (tx, actors) => {
  const ids = [...new Set(actors.map(personOf))];
  const [rows, volunteers, answered] = await together(openToAll(tx), volunteersByIds(tx, ids), answeredBy(tx, ids));
  if (volunteers.size === 0 || rows.length === 0) return actors.map(() => []);
  const orderIds = rows.map((row) => row.orderId);
  const [whom, excluded] = await together(
    whomOf(tx, [...volunteers.values()], around(tx, rows)),
    excludedFor(tx, orderIds),
  );
  const byPerson = new Map(whom.map((one) => [one.volunteer.personId, one]));
  const offers = rows.map((row) => ({
    row,
    line: plainLine(tx, row),
    place: placeById(tx, row.placeId),
    asked: askedOf(tx, row.facts, {
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      order: { id: row.orderId, placeId: row.placeId },
    }),
    excluded: excluded.get(row.orderId),
  }));
  return actors.map((actor) => {
    const asker = byPerson.get(personOf(actor));
    const done = answered.get(personOf(actor));
    if (!asker) return [];
    return offers
      .filter(({ row }) => !done?.has(row.id))
      .filter((offer) => judge(mayMeet(asker, offer.excluded), offer.asked).qualified)
      .slice(0, mostShown)
      .map(({ row, line, place }) => ({
        ...line,
        distanceKm: asker.home && place ? distanceKm(asker.home, place) : null,
        abilities: offerAbilities(tx, actor, row),
      }))
      .toSorted((a, b) => (a.distanceKm ?? 999) - (b.distanceKm ?? 999) || (a.startsAt < b.startsAt ? -1 : 1));
  });
});

const mayMeet = (asker: Whom, excluded: ReadonlySet<string> | undefined): Whom =>
  excluded?.has(asker.volunteer.personId) ? { ...asker, excluded: true } : asker;

const openToAll = (tx: Tx): Promise<OfferWithVisit[]> =>
  tx.named<OfferWithVisit>(
    'volunteering.open-to-all',
    `select ${openViewColumns} from ${offerViewTables} where f.county_id = $1 and f.state = 'open' and f.open_to_all and f.expires_at > $2 and o.state = 'dispatched'
      order by f.expires_at, f.id limit ${mostRead}`,
    [tx.countyId, tx.at],
  );

/** Which of the offers that are open to all these people have answered. */
async function answeredBy(tx: Tx, personIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.named<{ offerId: string; personId: string }>(
    'volunteering.open-answered-by',
    `select n.offer_id as "offerId", n.person_id as "personId" from volunteering.offers f join volunteering.offer_answers n on n.county_id = f.county_id and n.offer_id = f.id
      where f.county_id = $1 and f.state = 'open' and f.open_to_all and n.person_id = any($2::uuid[])`,
    [tx.countyId, personIds],
  );
  const byPerson = new Map<string, Set<string>>();
  for (const { offerId, personId } of rows) byPerson.set(personId, (byPerson.get(personId) ?? new Set()).add(offerId));
  return byPerson;
}

function around(tx: Tx, rows: readonly OfferWithVisit[]): Parameters<typeof whomOf>[2] {
  const from = new Date(Math.min(...rows.map((row) => row.startsAt.getTime())));
  return {
    from,
    until: new Date(Math.max(...rows.map((row) => row.endsAt.getTime()))),
    day: onTheWall(from, tx.ctx.county.timeZone).day,
    visitId: null,
  };
}
