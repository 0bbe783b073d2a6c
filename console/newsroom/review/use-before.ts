import { useQuery } from '@tanstack/react-query';
import { difference, type StoryText } from '@xiangyin/document';
import type { revisionView, StoryView } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import type { Answer } from '../../kit/shape.ts';
import { readText } from '../text/read-text.ts';

/** One saved version of a story, which never changes; undefined: none is wanted. */
export const useRevision = (storyId: string, revisionId: string | undefined) =>
  useQuery({
    queryKey: ['story', storyId, 'revision', revisionId],
    enabled: revisionId !== undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      read<Answer<typeof revisionView>>(`/stories/${storyId}/revisions/${revisionId}`, {}, { signal }),
  });

/** The text against which changes are shown: the one I signed before it was changed, or the one that is published. */
export function useBefore(
  story: StoryView,
  text: StoryText,
): { before: StoryText | undefined; why: 'mine' | 'edition' | null; count: number } {
  const mine = story.mySignatureFell?.revisionId;
  const edition = story.edition && story.edition.revisionId !== story.revisionId ? story.edition.revisionId : undefined;
  const base = mine ?? edition;
  const revision = useRevision(story.id, base);
  const before = revision.data ? readText(revision.data.text) : undefined;
  return {
    before,
    why: mine ? 'mine' : edition ? 'edition' : null,
    count: before ? difference(before, text).changeCount : 0,
  };
}
