import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlaceLine, PlaceList } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';

/** The tree of places, read once and kept: names, children, the way down. */
export function usePlaces() {
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['places'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => read<PlaceList>('/places', {}, { signal }),
  });
  const { data } = query;
  return useMemo(() => {
    const places = data?.items ?? [];
    const ids = new Map(places.map((place) => [place.id, place]));
    const childrenOf = (id: string): PlaceLine[] => places.filter((place) => place.parentId === id);
    const name = (id: string): string => inWords(ids.get(id)?.name, language);
    return {
      places,
      levels: data?.levels ?? [],
      abilities: data?.abilities ?? [],
      byId: (id: string): PlaceLine | undefined => ids.get(id),
      childrenOf,
      name,
      /** `柳河镇 大槐村`: with the place above, since villages of two towns may share a name. */
      longName: (id: string): string => {
        const above = ids.get(id)?.parentId;
        const parent = above ? ids.get(above) : undefined;
        return parent && parent.parentId !== null ? `${inWords(parent.name, language)} ${name(id)}` : name(id);
      },
    };
  }, [data, language]);
}
