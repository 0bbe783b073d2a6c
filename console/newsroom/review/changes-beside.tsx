import { useQuery } from '@tanstack/react-query';
import type { ChangesBesideView, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { listed } from '../../kit/language.ts';
import { useWords } from '../../kit/texts.ts';
import { standsStill } from '../story-states.tsx';
import { reviewTexts } from './review-texts.ts';

/** Says to whoever reads a version that somebody writes on beside it: what is signed is what stands here, and an edit handed in would void it. Looked at anew every few seconds. */
export function ChangesBeside({ story }: { story: StoryView }) {
  const words = useWords(reviewTexts);
  const query = useQuery({
    queryKey: ['changes-beside', story.id, story.version],
    enabled: standsStill(story),
    refetchInterval: 5_000,
    queryFn: ({ signal }) => read<ChangesBesideView>(`/stories/${story.id}/changes-beside`, {}, { signal }),
  });
  if (!query.data || (query.data.writers.length === 0 && query.data.suggestions === 0)) return null;
  const { writers, places, added, removed, suggestions } = query.data;
  return (
    <p className="notice due" role="status">
      {writers.length > 0 && words.beside(listed(writers.map(({ name }) => name)), places, added, removed)}{' '}
      {suggestions > 0 && words.besideSuggested(suggestions)}
    </p>
  );
}
