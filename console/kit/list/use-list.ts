import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read } from '../api.ts';
import { usePlaceHere } from '../here.ts';
import { tagNow } from '../language.ts';
import { useAddress } from '../use-address.ts';
import type { ListPage, ListSpec } from './list-spec.ts';
import { listStand } from './list-stand.ts';

/** What the list shows just now, and how the address changes it. */
export function useList<Row>(spec: ListSpec<Row>) {
  const { params, chosen, choose } = useAddress();
  const here = usePlaceHere();
  const query = {
    ...(spec.placeParam ? { [spec.placeParam]: here ?? undefined } : {}),
    ...spec.always,
    ...(spec.local ? {} : queryOf(spec, chosen)),
  };
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
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((row) => spec.isMoving?.(row))) ? movingMilliseconds : false,
  });
  const all = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isFound = (row: Row): boolean =>
    (here === null || !spec.local?.isHere || spec.local.isHere(row, here)) &&
    (spec.local?.matches(row, chosen('q'), chosen) ?? true);
  const found = all.filter(isFound);
  const sorted = spec.local ? sortedBy(spec, found, chosen('by')) : found;
  // The address says what is looked for; how far somebody has come down the list is told anew for each question.
  const question = params.toString();
  const [reached, setReached] = useState({ question, count: localPage });
  const shownCount = reached.question === question ? reached.count : localPage;
  const rows = spec.local ? sorted.slice(0, shownCount) : sorted;
  const first = pages.data?.pages[0];
  return {
    chosen,
    choose,
    pages,
    rows,
    /** All that match, for the export of a local list. */
    matching: sorted,
    hasMore: spec.local ? sorted.length > rows.length : pages.hasNextPage,
    showMore: () => {
      if (spec.local) setReached({ question, count: shownCount + localPage });
      else void pages.fetchNextPage();
    },
    query,
    searchedTo: pages.data?.pages.at(-1)?.searchedTo ?? null,
    total: spec.local ? sorted.length : (first?.total ?? null),
    counts: first?.counts ?? {},
    stand: listStand({
      hasFailed: pages.error !== null,
      isPending: pages.isPending,
      isOfBefore: pages.isPlaceholderData,
      lacksRest: pages.isFetchNextPageError,
      rowCount: rows.length,
      isFiltered: narrowing(spec).some((param) => chosen(param) !== ''),
      isOfOnePlace: here !== null && Boolean(spec.local ? spec.local.isHere : spec.placeParam),
    }),
  };
}

const localPage = 50;
const movingMilliseconds = 3_000;

// `by=name` upwards, `by=-name` downwards; without it the order in which the API answers.
function sortedBy<Row>(spec: ListSpec<Row>, rows: readonly Row[], by: string): readonly Row[] {
  const column = spec.columns.find(({ key }) => key === by.replace(/^-/, ''));
  if (!column) return rows;
  const value = (row: Row) => column.sortBy?.(row) ?? column.text(row);
  const order = new Intl.Collator(tagNow(), { numeric: true });
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b));
  const sorted = rows.toSorted((a, b) => compare(value(a), value(b)));
  return by.startsWith('-') ? sorted.toReversed() : sorted;
}

function queryOf<Row>(spec: ListSpec<Row>, chosen: (param: string) => string): Record<string, string> {
  const query: Record<string, string> = {};
  if (spec.tabs) query[spec.tabs.param] = chosen(spec.tabs.param);
  for (const filter of spec.filters ?? []) query[filter.param] = chosen(filter.param);
  if (spec.sorts) query['sort'] = chosen('sort');
  if (typeof spec.searchParam === 'string') query[spec.searchParam] = chosen('q');
  else for (const param of spec.searchParam?.params ?? []) query[param] = chosen(param);
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

/** The parameters by which a list is narrowed. */
export const narrowing = <Row>(spec: ListSpec<Row>): string[] => [
  'q',
  ...(spec.tabs ? [spec.tabs.param] : []),
  ...(spec.filters ?? []).map((filter) => filter.param),
  ...(typeof spec.searchParam === 'object' ? spec.searchParam.params : []),
];
