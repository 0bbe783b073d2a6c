import type { Actor } from '#platform/actor';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { OfferLine } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { volunteersByIds } from '../volunteer/volunteer-queries.ts';
import type { Volunteer } from '../volunteer/volunteer-queries.ts';
import { excludedFor } from './exclusions.ts';
import { judge } from './gates/judge.ts';
import { offerLines, openViewColumns, offerViewTables, personOf } from './offer-view.ts';
import type { OfferWithVisit } from './offer-view.ts';
import { askedOf, whomOf } from './qualify.ts';

/** What is open to everybody and fits this person, near first: they see only what they may take. Empty for who is no volunteer. */
export const openOffersFor = (ctx: Ctx, actor: Actor): Promise<{ items: OfferLine[]; total: number }> =>
  // Hundreds look at once: nobody waits for the end of a reading, and what they share is asked for once.
  ctx.read(async (tx) => {
    const me = personOf(actor);
    const [rows, volunteers] = await together(openToAll(tx, actor), volunteersByIds(tx, [me]));
    const volunteer = volunteers.get(me);
    if (!volunteer || rows.length === 0) return { items: [], total: 0 };
    const lines = await offerLines(tx, actor, await whatFits(tx, actor, rows, volunteer), volunteer);
    const items = lines.toSorted(
      (a, b) => (a.distanceKm ?? 999) - (b.distanceKm ?? 999) || (a.startsAt < b.startsAt ? -1 : 1),
    );
    return { items, total: items.length };
  });

const openToAll = (tx: Tx, actor: Actor): Promise<OfferWithVisit[]> =>
  tx.named<OfferWithVisit>(
    'volunteering.open-to-all',
    `select ${openViewColumns} from ${offerViewTables} where f.county_id = $1 and f.state = 'open' and f.open_to_all and f.expires_at > $3 and o.state = 'dispatched'
        and not exists (select 1 from volunteering.offer_answers n where n.county_id = f.county_id and n.offer_id = f.id and n.person_id = $2)
      order by f.expires_at, f.id limit 200`,
    [tx.countyId, personOf(actor), tx.at],
  );

async function whatFits(
  tx: Tx,
  actor: Actor,
  rows: readonly OfferWithVisit[],
  volunteer: Volunteer,
): Promise<OfferWithVisit[]> {
  const times = rows.map((row) => row.startsAt.getTime());
  const around = {
    from: new Date(Math.min(...times)),
    until: new Date(Math.max(...rows.map((row) => row.endsAt.getTime()))),
    day: onTheWall(new Date(Math.min(...times)), tx.ctx.county.timeZone).day,
    visitId: null,
  };
  const [[whom], excluded] = await together(
    whomOf(tx, [volunteer], around),
    excludedFor(
      tx,
      rows.map((row) => row.orderId),
    ),
  );
  if (!whom) return [];
  return rows.filter((row) => {
    const order = { id: row.orderId, placeId: row.placeId };
    const asked = askedOf(tx, row.facts, { startsAt: row.startsAt, endsAt: row.endsAt, order });
    return judge({ ...whom, excluded: excluded.get(row.orderId)?.has(actor.id) ?? false }, asked).qualified;
  });
}
