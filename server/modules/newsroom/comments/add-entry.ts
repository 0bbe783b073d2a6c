import type { Actor } from '#platform/actor';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import type { Tx } from '#platform/transaction';
import { commentWritten } from '../events.ts';
import type { StoryRow } from '../story/story-queries.ts';
import type { EntryRow } from './comment-queries.ts';

interface NewEntry {
  readonly commentId: string;
  readonly kind: EntryRow['kind'];
  readonly words: string;
  readonly mentions: readonly string[];
  /** What was said before. */
  readonly before: readonly EntryRow[];
}

/** Writes down what was said under a comment, and tells whom it concerns: whoever is named, and whoever spoke before. The story's row is locked. */
export async function addEntry(tx: Tx, actor: Actor, story: StoryRow, entry: NewEntry): Promise<void> {
  await tx.client.query(
    `insert into newsroom.comment_entries (county_id, id, comment_id, kind, words, mentioned, written_by, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.countyId,
      newId<'comment-entry'>(),
      entry.commentId,
      entry.kind,
      entry.words,
      [...new Set(entry.mentions)],
      actor.id,
      tx.at,
    ],
  );
  const others = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => id !== actor.id);
  const mentionedIds = others(entry.mentions);
  // Whom a comment of their text, or an answer, concerns without being named.
  const concerned = entry.before.length === 0 ? [story.authorId] : entry.before.map((one) => one.writtenBy);
  await emit(tx, commentWritten, actor, {
    storyId: story.id,
    commentId: entry.commentId,
    kind: entry.kind,
    isFirst: entry.before.length === 0,
    mentionedIds,
    concernedIds: others(concerned).filter((id) => !mentionedIds.includes(id)),
  });
}
