import { useQuery } from '@tanstack/react-query';
import type { ChangesBesideView, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { standsStill } from '../story-states.tsx';

/** What is written and suggested beside a version that stands still, looked at anew every few seconds; undefined where nothing can be or nobody knows yet. */
export const useChangesBeside = (story: StoryView): ChangesBesideView | undefined =>
  useQuery({
    queryKey: ['changes-beside', story.id, story.version],
    enabled: standsStill(story),
    refetchInterval: 5_000,
    queryFn: ({ signal }) => read<ChangesBesideView>(`/stories/${story.id}/changes-beside`, {}, { signal }),
  }).data;
