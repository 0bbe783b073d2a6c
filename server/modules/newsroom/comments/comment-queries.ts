import type { CommentAnchor, CommentView } from '../contract.ts';
import { displayNames } from '#people';
import { together } from '#platform/together';
import type { Tx } from '#platform/transaction';

interface CommentRow {
  readonly id: string;
  readonly part: CommentView['part'];
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly anchor: CommentAnchor | null;
  readonly version: number;
}

/** Something said under a comment, or its settling. */
export interface EntryRow {
  readonly id: string;
  readonly commentId: string;
  readonly kind: 'said' | 'resolved' | 'reopened';
  readonly words: string;
  readonly mentioned: readonly string[];
  readonly writtenBy: string;
  readonly writtenAt: Date;
}

/** The comments of a story in the order in which they were made, each with what was said under it. */
export async function commentsOf(tx: Tx, storyId: string): Promise<CommentView[]> {
  const [comments, entries] = await together(
    tx.named<CommentRow>(
      'newsroom.comments',
      `select c.id, c.part, c.quote, c.before, c.after, c.anchor, r.version
         from newsroom.comments c join newsroom.revisions r on r.county_id = c.county_id and r.id = c.revision_id
        where c.county_id = $1 and c.story_id = $2 order by c.id`,
      [tx.countyId, storyId],
    ),
    tx.named<EntryRow>(
      'newsroom.comment-entries',
      `select e.id, e.comment_id as "commentId", e.kind, e.words, e.mentioned, e.written_by as "writtenBy", e.written_at as "writtenAt"
         from newsroom.comments c join newsroom.comment_entries e on e.county_id = c.county_id and e.comment_id = c.id
        where c.county_id = $1 and c.story_id = $2 order by e.id`,
      [tx.countyId, storyId],
    ),
  );
  const names = await displayNames(tx, [...new Set(entries.flatMap((one) => [one.writtenBy, ...one.mentioned]))]);
  const person = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });
  const byComment = Map.groupBy(entries, (one) => one.commentId);
  return comments.map((comment) => {
    const said = byComment.get(comment.id) ?? [];
    return {
      ...comment,
      open: isOpen(said),
      entries: said.map((one) => ({
        id: one.id,
        kind: one.kind,
        words: one.words,
        mentioned: one.mentioned.map(person),
        by: person(one.writtenBy),
        at: one.writtenAt.toISOString(),
      })),
    };
  });
}

/** What was said under a comment of a story, oldest first; empty when there is no such comment. */
export const entriesOf = (tx: Tx, storyId: string, commentId: string): Promise<EntryRow[]> =>
  tx.named<EntryRow>(
    'newsroom.entries-of-comment',
    `select e.id, e.comment_id as "commentId", e.kind, e.words, e.mentioned, e.written_by as "writtenBy", e.written_at as "writtenAt"
       from newsroom.comments c join newsroom.comment_entries e on e.county_id = c.county_id and e.comment_id = c.id
      where c.county_id = $1 and c.story_id = $2 and c.id = $3 order by e.id`,
    [tx.countyId, storyId, commentId],
  );

/** Whether a comment is still to be dealt with: the latest settling or taking up says so. */
export const isOpen = (entries: readonly Pick<EntryRow, 'kind'>[]): boolean =>
  entries.findLast(({ kind }) => kind !== 'said')?.kind !== 'resolved';

/** How many comments a story has. */
export async function countComments(tx: Tx, storyId: string): Promise<number> {
  const [row] = await tx.named<{ count: number }>(
    'newsroom.count-comments',
    'select count(*)::integer as count from newsroom.comments where county_id = $1 and story_id = $2',
    [tx.countyId, storyId],
  );
  return row?.count ?? 0;
}
