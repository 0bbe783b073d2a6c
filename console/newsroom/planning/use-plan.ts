import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { planView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { usePlaceHere } from '../../kit/here.ts';
import type { Answer } from '../../kit/shape.ts';

/** The filters of planning that stand in the address. */
export const planFilters = ['q', 'section', 'person', 'kind'] as const;
export type PlanFilter = (typeof planFilters)[number];

/** What is planned, as filtered in the address and by the place of the top bar; between two days where they are named. */
export function usePlan(days: { from?: string; until?: string } = {}) {
  const here = usePlaceHere();
  const { chosen } = usePlanFilters();
  const query = { ...Object.fromEntries(planFilters.map((name) => [name, chosen(name) || undefined])), ...days };
  return useQuery({
    queryKey: ['plan', here, query],
    queryFn: ({ signal }) => read<Answer<typeof planView>>('/plan', { ...query, place: here }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Reads and sets the filters in the address. */
export function usePlanFilters() {
  const [address, setAddress] = useSearchParams();
  const chosen = (name: PlanFilter): string => address.get(name) ?? '';
  const choose = (change: Partial<Record<PlanFilter, string>>): void =>
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const isFiltered = planFilters.some((name) => chosen(name) !== '');
  const clear = (): void => choose(Object.fromEntries(planFilters.map((name) => [name, ''])));
  return { chosen, choose, isFiltered, clear };
}
