import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { LexiconRenewalView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useWords } from '../../kit/texts.ts';
import { lexiconTexts } from './lexicon-texts.ts';

/** How far the searches have taken over names that were changed; nothing while they know them all. */
export function LexiconRenewal() {
  const words = useWords(lexiconTexts);
  const { data } = useQuery({
    queryKey: ['lexicon-renewal'],
    queryFn: ({ signal }) => read<LexiconRenewalView>('/lexicon-renewal', {}, { signal }),
    // It begins within seconds, and takes minutes where very much was published.
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'at-rest' ? 3_000 : false),
  });
  if (!data || data.state === 'at-rest') return null;
  const percent = data.total === 0 ? 0 : Math.floor((data.done / data.total) * 100);
  return (
    <div role="status">
      <p className="meta">
        {data.state === 'waiting' ? words.renewalWaits : words.renewalUnderWay(data.done, data.total)}
      </p>
      {data.state === 'under-way' && (
        <Progress percent={percent} size="small" showInfo={false} aria-label={words.renewal} />
      )}
    </div>
  );
}
