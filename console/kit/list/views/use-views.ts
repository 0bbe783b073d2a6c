import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { SavedView, ViewList } from '@xiangyin/server/contract';
import { act, read } from '../../api.ts';
import { forget, keptOf } from '../../kept.ts';
import { queries } from '../../queries.ts';
import { useMe } from '../../session.ts';

/** The parameter that names the view at hand; the others say what it shows, so that an address passed on opens the same. */
const param = 'saved';

/** The kept views of a list, the one at hand, and how to go to another. */
export interface Views {
  readonly items: readonly SavedView[];
  readonly audiences: ViewList['audiences'];
  readonly shown: SavedView | undefined;
  /** What the address says just now, as a view keeps it. */
  readonly search: string;
  /** The address shows something else than the view at hand keeps. */
  readonly isChanged: boolean;
  open(view: Pick<SavedView, 'id' | 'search'>): void;
  leave(): void;
  reload(): Promise<void>;
}

/** Reads the views of a list; opens it with the person's first one where the address says nothing, and with a view's own parameters where it names the view alone. */
export function useViews(list: string): Views {
  const [address, setAddress] = useSearchParams();
  const { personId } = useMe();
  const key = ['views', list];
  const views = useQuery({
    queryKey: key,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      await bringFormer(personId, list);
      return read<ViewList>('/views', { list }, { signal });
    },
  });
  const reload = (): Promise<void> => queries.invalidateQueries({ queryKey: key });
  const items = views.data?.items ?? [];
  const shown = items.find(({ id }) => id === address.get(param));
  const search = searchOf(address);
  const open = ({ id, search: kept }: Pick<SavedView, 'id' | 'search'>): void => {
    const next = new URLSearchParams(kept);
    next.set(param, id);
    setAddress(next, { replace: true });
  };
  useOpening(views.data, address, open);
  return {
    items,
    audiences: views.data?.audiences ?? [],
    shown,
    search,
    isChanged: shown !== undefined && searchOf(new URLSearchParams(shown.search)) !== search,
    open,
    leave: () => setAddress({}, { replace: true }),
    reload,
  };
}

function searchOf(address: URLSearchParams): string {
  const rest = new URLSearchParams(address);
  rest.delete(param);
  rest.sort();
  return rest.toString();
}

// Only on arriving: whoever clears the filters afterwards wants to see everything.
function useOpening(
  views: ViewList | undefined,
  address: URLSearchParams,
  open: (view: Pick<SavedView, 'id' | 'search'>) => void,
): void {
  const arrived = useRef(address.size === 0 || (address.size === 1 && address.has(param)));
  useEffect(() => {
    if (!views || !arrived.current) return;
    arrived.current = false;
    const named = address.get(param);
    const view = views.items.find((one) => (named === null ? one.isFirst : one.id === named));
    if (view && searchOf(address) === '') open(view);
  });
}

// Views were kept by each browser for itself once: they come along the first time. One that cannot be kept (its name is taken) is there already.
async function bringFormer(personId: string, list: string): Promise<void> {
  const former = keptOf<{ name: string; search: string }[]>(personId, `views.${list}`)?.value ?? [];
  if (former.length === 0) return;
  forget(personId, `views.${list}`);
  await Promise.allSettled(former.map(({ name, search }) => act('POST', '/views', { list, name, search })));
}
