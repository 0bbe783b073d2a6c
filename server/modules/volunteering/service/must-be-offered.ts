import { inWords, isLiving, today } from '#places';
import type { Place } from '#places';
import { refuse } from '#platform/refuse';
import { stationFor } from '#stations';
import type { Tx } from '#platform/transaction';
import type { ServiceFacts, Wish } from '../contract.ts';
import { onTheWall } from '../county-day.ts';
import { isInSeason, opensOn } from './season.ts';
import { isOfferedAt } from './service-queries.ts';
import type { Service } from './service-queries.ts';

/** The place where a service is wished. Refuses: PlaceNotServed (422) outside the county, OutOfReach (422) where the service is not offered, with whom to ask there. */
export async function mustReach(tx: Tx, service: Service, place: Place | undefined): Promise<Place> {
  if (!place || !isLiving(place, today(tx)))
    refuse('PlaceNotServed', { phone: tx.ctx.county.phone }, [{ path: '/place', code: 'not_served' }]);
  if (isOfferedAt(tx, service, place.id)) return place;
  const station = await stationFor(tx, place.id);
  return refuse(
    'OutOfReach',
    {
      place: inWords(place.name, tx.ctx.language),
      next: inWords(station?.name ?? tx.ctx.county.publisher, tx.ctx.language),
      phone: station?.phone ?? tx.ctx.county.phone,
    },
    [{ path: '/place', code: 'out_of_reach' }],
  );
}

/** Refuses: ServiceNotOffered (422) for one that was stopped; OutOfSeason (422), with the day on which it opens again, where no wished day lies in its season. Wishes for other days may stand beside. `at` is when the order was given. */
export function mustBeInSeason(tx: Tx, service: Service, wishes: readonly Wish[], at: Date): void {
  if (!service.active) refuse('ServiceNotOffered', {}, [{ path: '/service', code: 'not_offered' }]);
  mustLieInSeason(tx, service.facts.season, wishes, at);
}

/** Refuses OutOfSeason (422), as `mustBeInSeason`; of an order that stands, though its service is not offered to others any more. */
export function mustLieInSeason(tx: Tx, season: ServiceFacts['season'], wishes: readonly Wish[], at: Date): void {
  if (!season) return;
  const day = onTheWall(at, tx.ctx.county.timeZone).day;
  const days = wishes.length === 0 ? [day] : wishes.map((wish) => wish.on ?? day);
  if (days.some((one) => isInSeason(season, one))) return;
  refuse('OutOfSeason', { opensOn: opensOn(season, day) }, [
    { path: wishes[0]?.on ? '/wishes/0/on' : '/service', code: 'out_of_season' },
  ]);
}
