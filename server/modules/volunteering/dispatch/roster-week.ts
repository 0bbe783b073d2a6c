import { displayNames } from '#people';
import { placeLine, placeOrRefuse } from '#places';
import type { Actor } from '#platform/actor';
import { may, mustSomewhere, rangesFor } from '#platform/permits';
import { together } from '#platform/together';
import type { Ctx, Tx } from '#platform/transaction';
import type { RosterWeek, RosterWeekQuery, ServiceFacts } from '../contract.ts';
import { dayAfter, midnightOf, onTheWall, weekOf } from '../county-day.ts';
import { factsSql } from '../order/facts-of-order.ts';
import { handledSql } from '../order/handled-sql.ts';
import type { OrderThing } from '../permissions.ts';
import { isLaterStopSql } from '../round/round-offers.ts';
import { offerViewTables, personOf } from './offer-view.ts';

const most = 300;

/** What teams are asked for in a week, for the desk at its places and for whoever leads the team: who goes, and who was asked. Of a round its first stop speaks for all. Refuses: Forbidden (403) to whoever asks no team. */
export const rosterWeekOf = (ctx: Ctx, actor: Actor, query: RosterWeekQuery): Promise<RosterWeek> =>
  ctx.transaction(async (tx) => {
    mustSomewhere(tx, actor, 'offer.propose');
    const { timeZone } = tx.ctx.county;
    const from = weekOf(query.from ?? onTheWall(tx.at, timeZone).day);
    const rows = await teamOffers(tx, actor, midnightOf(from, timeZone), midnightOf(dayAfter(from, 7), timeZone));
    const [going, asked] = await together(
      goingTo(
        tx,
        rows.map((row) => row.visitId),
      ),
      askedFor(
        tx,
        rows.map((row) => row.id),
      ),
    );
    const names = await displayNames(
      tx,
      [...going, ...asked].map(({ personId }) => personId),
    );
    const namesOf = (people: readonly Named[], id: string): string[] =>
      idsOf(people, id).map((personId) => names.get(personId) ?? '');
    return {
      from,
      until: dayAfter(from, 6),
      items: rows.map((row) => ({
        offerId: row.id,
        orderId: row.orderId,
        mayReadOrder: may(tx, actor, 'order.read', orderOf(row, idsOf(going, row.visitId))),
        service: row.facts.name,
        place: placeLine(placeOrRefuse(tx, row.placeId)),
        team: row.team,
        open: row.open,
        day: onTheWall(row.startsAt, timeZone).day,
        startsAt: row.startsAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
        peopleNeeded: row.facts.peopleNeeded,
        going: namesOf(going, row.visitId),
        asked: namesOf(asked, row.id),
      })),
      total: rows.length,
    };
  });

interface TeamOffer {
  readonly id: string;
  readonly orderId: string;
  readonly visitId: string;
  readonly placeId: string;
  readonly unitId: string | null;
  readonly team: RosterWeek['items'][number]['team'];
  readonly facts: ServiceFacts;
  readonly open: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly expiresAt: Date;
}

function teamOffers(tx: Tx, actor: Actor, from: Date, until: Date): Promise<TeamOffer[]> {
  const { ranges, units } = rangesFor(tx, actor, 'offer.propose');
  return tx.named<TeamOffer>(
    'volunteering.roster-week',
    `select f.id, f.order_id as "orderId", f.visit_id as "visitId", o.place_id as "placeId", o.station_id as "unitId", t.name as team, ${factsSql}, f.state = 'open' as open, v.starts_at as "startsAt", v.ends_at as "endsAt", f.expires_at as "expiresAt"
       from ${offerViewTables} join volunteering.teams t on t.county_id = f.county_id and t.id = f.team_id
      where f.county_id = $1 and (f.state = 'accepted' or (f.state = 'open' and f.expires_at > $2)) and v.state in ('planned', 'under-way') and v.starts_at >= $3 and v.starts_at < $4
        and (t.leader_id = $5 or ${handledSql('o', 6, 8)}) and not ${isLaterStopSql}
      order by v.starts_at, f.id limit ${most}`,
    [tx.countyId, tx.at, from, until, personOf(actor), ranges.map(([lo]) => lo), ranges.map(([, hi]) => hi), units],
  );
}

interface Named {
  readonly id: string;
  readonly personId: string;
}

const orderOf = ({ placeId, unitId }: TeamOffer, assignedIds: readonly string[]): OrderThing => ({
  placeId,
  unitId,
  assignedIds,
});

const idsOf = (people: readonly Named[], id: string): string[] =>
  people.filter((one) => one.id === id).map((one) => one.personId);

const goingTo = (tx: Tx, visitIds: readonly string[]): Promise<Named[]> =>
  tx.named<Named>(
    'volunteering.going-to',
    `select visit_id as id, person_id as "personId" from volunteering.assignments where county_id = $1 and visit_id = any($2::uuid[]) and state = 'assigned' and not comes_along`,
    [tx.countyId, visitIds],
  );

// Who declined is not said.
const askedFor = (tx: Tx, offerIds: readonly string[]): Promise<Named[]> =>
  tx.named<Named>(
    'volunteering.asked-for',
    `select p.offer_id as id, p.person_id as "personId" from volunteering.offer_proposals p where p.county_id = $1 and p.offer_id = any($2::uuid[])
      and not exists (select 1 from volunteering.offers f join volunteering.assignments a on a.county_id = f.county_id and a.visit_id = f.visit_id and a.state = 'assigned'
        where f.county_id = p.county_id and f.id = p.offer_id and a.person_id = p.person_id)`,
    [tx.countyId, offerIds],
  );
