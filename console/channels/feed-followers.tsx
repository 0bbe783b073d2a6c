import { useQuery } from '@tanstack/react-query';
import type { HubView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { useWords } from '../kit/texts.ts';
import { feedTexts } from './feed-texts.ts';

/** Under the channels: how many programs are told when a feed changes. Who they are is kept on no screen. */
export function FeedFollowers() {
  const words = useWords(feedTexts);
  const hub = useQuery({
    queryKey: ['channels', 'hub'],
    queryFn: ({ signal }) => read<HubView>('/hub', {}, { signal }),
  });
  if (!hub.data) return null;
  const { subscriptions, waiting } = hub.data;
  return (
    <p className="meta" style={{ marginTop: 16 }}>
      {words.followed(subscriptions)}
      {waiting > 0 && words.waiting(waiting)}
    </p>
  );
}
