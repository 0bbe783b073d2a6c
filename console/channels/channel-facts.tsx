import { useQuery } from '@tanstack/react-query';
import type { channelFactsView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { CopyText } from '../kit/copy-text.tsx';
import type { Answer } from '../kit/shape.ts';

/** What the kind of a channel has to say of it: an address, a record that must be entered elsewhere. Nothing where it has nothing to say. */
export function ChannelFacts({ channelId }: { channelId: string }) {
  const facts = useQuery({
    queryKey: ['channels', channelId, 'facts'],
    queryFn: ({ signal }) => read<Answer<typeof channelFactsView>>(`/channels/${channelId}/facts`, {}, { signal }),
  });
  const items = facts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <dl className="stack" style={{ gap: 8, margin: '0 0 16px' }}>
      {items.map(({ label, value, isTakenAlong }) => (
        <div key={label}>
          <dt className="second">{label}</dt>
          <dd style={{ margin: '4px 0 0' }}>{isTakenAlong ? <CopyText text={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
