import { useQuery } from '@tanstack/react-query';
import type { ChannelView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useMaySomewhere } from '../kit/session.ts';

/** The county's channels, by name; none for whoever may not see them. */
export function useChannels(): readonly ChannelView[] {
  const enabled = useMaySomewhere('channel.list');
  const channels = useQuery({
    queryKey: ['channels', 'choices'],
    enabled,
    queryFn: ({ signal }) => read<{ items: ChannelView[] }>('/channels', {}, { signal }),
  });
  return channels.data?.items ?? [];
}
