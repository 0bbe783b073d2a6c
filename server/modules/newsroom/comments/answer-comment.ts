import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx } from '#platform/transaction';
import type { CommentView, NewCommentEntry } from '../contract.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import { addEntry } from './add-entry.ts';
import { mustBeColleagues } from './colleagues.ts';
import { commentsOf, entriesOf, isOpen } from './comment-queries.ts';

const most = 200;

/** Answers a comment, settles it or takes it up again; all of it stays on record. Of two who settle at once the second finds it done. Refuses: NotFound (404), Forbidden (403),
 *  CannotSee (422), TooManyComments (422). */
export async function answerComment(
  ctx: Ctx,
  actor: Actor,
  request: { storyId: string; commentId: string; entry: NewCommentEntry },
): Promise<CommentView[]> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.comment', story);
    const before = await entriesOf(tx, story.id, request.commentId);
    if (before.length === 0) refuse('NotFound');
    const { entry } = request;
    if (entry.kind !== 'said' && isOpen(before) !== (entry.kind === 'resolved')) return commentsOf(tx, story.id);
    if (before.length >= most) refuse('TooManyComments', { most });
    const said = entry.kind === 'said' ? entry : { words: '', mentions: [] };
    await mustBeColleagues(tx, story, said.mentions);
    await addEntry(tx, actor, story, {
      commentId: request.commentId,
      kind: entry.kind,
      words: said.words,
      mentions: said.mentions,
      before,
    });
    await audit(tx, actor, {
      act: `story.${acts[entry.kind]}`,
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
    return commentsOf(tx, story.id);
  });
}

const acts = { said: 'answer-comment', resolved: 'resolve-comment', reopened: 'reopen-comment' } as const;
