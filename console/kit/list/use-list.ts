import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { read } from '../api.ts';
import type { ListPage, ListSpec } from './list-spec.ts';

/** What the list shows just now, and how the address changes it. */
export function useList<Row>(spec: ListSpec<Row>) {
  const [address, setAddress] = useSearchParams();
  const chosen = (param: string): string => address.get(param) ?? '';
  const choose = (changes: Readonly<Record<string, string>>): void => {
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [param, value] of Object.entries(changes))
          if (value === '') next.delete(param);
          else next.set(param, value);
        return next;
      },
      { replace: true },
    );
  };
  const query = { ...spec.always, ...(spec.local ? {} : queryOf(spec, chosen)) };
  const cursorParam = spec.cursorParam ?? 'cursor';
  const pages = useInfiniteQuery({
    queryKey: ['list', spec.path, query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      read<ListPage<Row>>(
        spec.path,
        { ...query, ...(spec.pageSize ? { limit: spec.pageSize } : {}), [cursorParam]: pageParam },
        { signal },
      ),
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  const all = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = spec.local ? all.filter((row) => spec.local?.matches(row, chosen('q'), chosen)) : all;
  const first = pages.data?.pages[0];
  return {
    chosen,
    choose,
    pages,
    rows,
    query,
    total: spec.local ? rows.length : (first?.total ?? null),
    counts: first?.counts ?? {},
    isFiltered: isFiltered(spec, chosen),
  };
}

function queryOf<Row>(spec: ListSpec<Row>, chosen: (param: string) => string): Record<string, string> {
  const query: Record<string, string> = {};
  if (spec.tabs) query[spec.tabs.param] = chosen(spec.tabs.param);
  for (const filter of spec.filters ?? []) query[filter.param] = chosen(filter.param);
  if (spec.sorts) query['sort'] = chosen('sort');
  if (spec.searchParam) query[spec.searchParam] = chosen('q');
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

function isFiltered<Row>(spec: ListSpec<Row>, chosen: (param: string) => string): boolean {
  return [spec.tabs?.param, ...(spec.filters ?? []).map((filter) => filter.param), 'q'].some(
    (param) => param !== undefined && chosen(param) !== '',
  );
}
