import { useQuery } from '@tanstack/react-query';
import type { OriginView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';

/** Where a story comes from that another centre handed in; empty while it is asked, and for what was written here. */
export function useOrigins(storyId: string): readonly OriginView[] {
  const { data } = useQuery({
    queryKey: ['story', storyId, 'more', 'origins'],
    queryFn: ({ signal }) => read<{ items: OriginView[] }>(`/stories/${storyId}/origins`, {}, { signal }),
  });
  return data?.items ?? [];
}
