import { useQuery } from '@tanstack/react-query';
import type { CommentListView, CommentView, colleagueListView, newComment } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { queries } from '../../kit/queries.ts';
import type { Answer, Sent } from '../../kit/shape.ts';
import { useAct } from '../../kit/use-act.ts';

/** A passage that somebody chose to comment on; without words it is the story as a whole. */
export type Chosen = Pick<Sent<typeof newComment>, 'part' | 'quote' | 'before' | 'after' | 'anchor'>;

/** The story as a whole: what a comment is about when nothing was chosen. */
export const wholeStory: Chosen = { part: 'story', quote: '', before: '', after: '', anchor: null };

const nothing: readonly CommentView[] = [];

/** The comments of a story as they are now, and how to write, answer and settle one. What others say arrives by itself. */
export function useComments(storyId: string) {
  const queryKey = ['comments', storyId];
  const path = `/stories/${storyId}/comments`;
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => read<CommentListView>(path, {}, { signal }),
  });
  const { run, busy } = useAct<CommentListView>();
  const send = async (to: string, body: object): Promise<CommentListView | undefined> => {
    const after = await run('POST', to, body);
    if (after) queries.setQueryData(queryKey, after);
    return after;
  };
  return {
    comments: query.data?.items ?? nothing,
    isKnown: query.data !== undefined,
    failed: query.isError && query.data === undefined,
    again: () => void query.refetch(),
    busy,
    /** Answers the id of the new comment, or undefined when it was refused. */
    add: async (chosen: Chosen, words: string, mentions: readonly string[]): Promise<string | undefined> =>
      (await send(path, { ...chosen, words, mentions }))?.items.at(-1)?.id,
    say: async (commentId: string, words: string, mentions: readonly string[]): Promise<boolean> =>
      (await send(`${path}/${commentId}/entries`, { kind: 'said', words, mentions })) !== undefined,
    settle: async (commentId: string, kind: 'resolved' | 'reopened'): Promise<boolean> =>
      (await send(`${path}/${commentId}/entries`, { kind })) !== undefined,
  };
}

/** Who can be asked to look. */
export function useColleagues(storyId: string) {
  const query = useQuery({
    queryKey: ['comments', storyId, 'colleagues'],
    staleTime: 60_000,
    queryFn: ({ signal }) => read<Answer<typeof colleagueListView>>(`/stories/${storyId}/colleagues`, {}, { signal }),
  });
  return (query.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
}
