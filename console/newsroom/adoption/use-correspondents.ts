import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CorrespondentList } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';

type Person = CorrespondentList['items'][number];

/** Correspondents as choices of a Select, found by name; `known` are there before anything is sought. */
export function useCorrespondents(known: readonly Person[] = [], enabled = true) {
  const [search, setSearch] = useState('');
  const q = search.trim();
  const found = useQuery<CorrespondentList>({
    queryKey: ['correspondents', q],
    enabled,
    placeholderData: (before) => before,
    queryFn: ({ signal }) => read<CorrespondentList>('/correspondents', q ? { q } : {}, { signal }),
  });
  const people = [...known, ...(found.data?.items ?? [])];
  return {
    options: [...new Map(people.map((one) => [one.id, { value: one.id, label: one.name }])).values()],
    loading: found.isFetching,
    showSearch: { filterOption: false as const, onSearch: setSearch },
  };
}
