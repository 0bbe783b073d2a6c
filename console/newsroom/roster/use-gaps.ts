import { useQuery } from '@tanstack/react-query';
import type { rosterView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useMaySomewhere } from '../../kit/session.ts';
import type { Answer } from '../../kit/shape.ts';
import { useTimes } from '../../kit/time.ts';

/** The days between two on which a post of the watch has nobody for a while, with the names of the posts. A post that nobody was ever put on is none. */
export function useGaps(from: string, until: string): (day: string) => readonly string[] {
  const times = useTimes();
  const enabled = useMaySomewhere('duty.see');
  const roster = useQuery({
    queryKey: ['duty-roster', from, until],
    enabled,
    queryFn: ({ signal }) => read<Answer<typeof rosterView>>('/duty-roster', { from, until }, { signal }),
  });
  const kept = (roster.data?.posts ?? []).filter(({ isKept }) => isKept);
  const dayOf = (iso: string): string => times.zoned(iso).format('YYYY-MM-DD');
  // The end is the first moment that is covered again: at midnight the day before was the last.
  const lastOf = (iso: string): string => dayOf(new Date(Date.parse(iso) - 1).toISOString());
  return (day) =>
    kept
      .filter(({ gaps }) => gaps.some(({ fromAt, untilAt }) => dayOf(fromAt) <= day && lastOf(untilAt) >= day))
      .map(({ roleName, place }) => `${roleName} · ${place.name}`);
}
