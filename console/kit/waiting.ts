import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { WaitingList } from '@xiangyin/server/contract';
import { read } from './api.ts';

/** Everything that waits for me, from every module, the most urgent first. Asked once for all who show a part of it, and again every half minute. */
export const useWaiting = (): UseQueryResult<WaitingList> =>
  useQuery({
    queryKey: ['waiting'],
    refetchInterval: 30_000,
    queryFn: ({ signal }) => read<WaitingList>('/me/waiting', {}, { signal }),
  });
