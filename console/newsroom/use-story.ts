import { useQuery } from '@tanstack/react-query';
import type { StoryView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { queries } from '../kit/queries.ts';

/** A story with its text, signatures and what I may do with it. */
export const useStory = (id: string) =>
  useQuery({ queryKey: ['story', id], queryFn: ({ signal }) => read<StoryView>(`/stories/${id}`, {}, { signal }) });

/** Asks for a story and its comments before the page that shows them is there. What is refused the page asks again, and says so. */
export function readStoryAhead(id: string): void {
  for (const [queryKey, path] of [
    [['story', id], `/stories/${id}`],
    [['comments', id], `/stories/${id}/comments`],
  ] as const)
    void queries.prefetchQuery({ queryKey, queryFn: ({ signal }) => read(path, {}, { signal, gate: false }) });
}

/** Puts the answer of an act on the screen, and has lists and cards read anew. */
export async function storyChanged(story: StoryView): Promise<void> {
  queries.setQueryData(['story', story.id], story);
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['list'] }),
    queries.invalidateQueries({ queryKey: ['waiting'] }),
    queries.invalidateQueries({ queryKey: ['story', story.id, 'more'] }),
  ]);
}
