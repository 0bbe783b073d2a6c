import { useQuery } from '@tanstack/react-query';
import type { ChannelView, channelFactsView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { CopyText } from '../kit/copy-text.tsx';
import type { Answer } from '../kit/shape.ts';
import { useWords } from '../kit/texts.ts';
import { channelTexts } from './channel-texts.ts';

/** What the kind of a channel has to say of it: an address, a record that must be entered elsewhere; and whether it is seen there that a notice has ended. */
export function ChannelFacts({ channel: { id, endsNotices } }: { channel: Pick<ChannelView, 'id' | 'endsNotices'> }) {
  const words = useWords(channelTexts);
  const facts = useQuery({
    queryKey: ['channels', id, 'facts'],
    queryFn: ({ signal }) => read<Answer<typeof channelFactsView>>(`/channels/${id}/facts`, {}, { signal }),
  });
  const items = facts.data?.items ?? [];
  return (
    <dl className="stack" style={{ gap: 8, margin: '0 0 16px' }}>
      {items.map(({ label, value, isTakenAlong }) => (
        <div key={label}>
          <dt className="second">{label}</dt>
          <dd style={{ margin: '4px 0 0' }}>{isTakenAlong ? <CopyText text={value} /> : value}</dd>
        </div>
      ))}
      <div>
        <dt className="second">{words.endOfNotice}</dt>
        <dd style={{ margin: '4px 0 0' }}>{words.ends(endsNotices)}</dd>
      </div>
    </dl>
  );
}
