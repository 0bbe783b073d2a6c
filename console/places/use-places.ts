import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlaceLine, PlaceList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { useMe } from '../kit/session.ts';
import { countyNow } from '../kit/time.ts';
import { wallClock } from '../kit/wall-clock.ts';

const blank = { service: '', station: '' };
const unnamed: PlaceList['steps'] = { county: blank, town: blank, village: blank };

/** The three steps of help, from the county down. */
export const allSteps = ['county', 'town', 'village'] as const;

/** The tree of places, read once and kept: names, children, the way down. */
export function usePlaces() {
  const language = useLanguage();
  const zone = useMe().county.timeZone;
  const query = useQuery({
    queryKey: ['places'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read<PlaceList>('/places', { ended: true }, { signal }),
  });
  const { data } = query;
  return useMemo(() => {
    const all = data?.items ?? [];
    const ids = new Map(all.map((place) => [place.id, place]));
    const today = wallClock(countyNow(), zone).format('YYYY-MM-DD');
    const isLiving = (place: PlaceLine): boolean =>
      place.validFrom <= today && (place.validTo === null || today < place.validTo);
    // Records name places that are no more; only those that exist are chosen from.
    const places = all.filter(isLiving);
    const childrenOf = (id: string): PlaceLine[] => places.filter((place) => place.parentId === id);
    const name = (id: string): string => inWords(ids.get(id)?.name, language);
    return {
      /** Whether they have come. */
      areHere: data !== undefined,
      places,
      isLiving,
      levels: data?.levels ?? [],
      /** What this county calls the three steps of help. */
      steps: data?.steps ?? unnamed,
      abilities: data?.abilities ?? [],
      byId: (id: string): PlaceLine | undefined => ids.get(id),
      childrenOf,
      /** Whether the place is that one or lies below it. */
      isBelow: (id: string, above: string): boolean => {
        for (let place = ids.get(id); place; place = ids.get(place.parentId ?? '')) if (place.id === above) return true;
        return false;
      },
      name,
      /** `柳河镇 大槐村`: with the place above, since villages of two towns may share a name. */
      longName: (id: string): string => {
        const above = ids.get(id)?.parentId;
        const parent = above ? ids.get(above) : undefined;
        return parent && parent.parentId !== null ? `${inWords(parent.name, language)} ${name(id)}` : name(id);
      },
    };
  }, [data, language, zone]);
}
