import { useQuery } from '@tanstack/react-query';
import { difference, textHash, type StoryText } from '@xiangyin/document';
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

/** The text against which changes are shown: the one I signed before it was changed, the one that is published, or the one I had before me when somebody saved another. */
export function useBefore(
  story: StoryView,
  text: StoryText,
  opened: StoryText,
): { before: StoryText | undefined; why: 'mine' | 'edition' | 'read' | null; count: number } {
  const mine = story.mySignatureFell?.revisionId;
  const edition = story.edition && story.edition.revisionId !== story.revisionId ? story.edition.revisionId : undefined;
  const base = mine ?? edition;
  const revision = useRevision(story.id, base);
  const why = mine ? 'mine' : edition ? 'edition' : textHash(opened) === textHash(text) ? null : 'read';
  const before = why === 'read' ? opened : revision.data ? readText(revision.data.text) : undefined;
  return { before, why, count: before ? difference(before, text).changeCount : 0 };
}
