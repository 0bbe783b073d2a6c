import type { Actor } from '#platform/actor';
import { audit } from '#platform/audit';
import { newId } from '#platform/ids';
import { must, mustSee } from '#platform/permits';
import { refuse } from '#platform/refuse';
import type { Ctx, Tx } from '#platform/transaction';
import type { CommentAnchor, CommentView, NewComment } from '../contract.ts';
import { draftOf, piecesOf } from '../draft/draft-queries.ts';
import { workingCopies } from '../draft/working-copies.ts';
import { placeOf, storyForUpdate } from '../story/story-queries.ts';
import { mustBeColleagues } from './colleagues.ts';
import { commentsOf, countComments } from './comment-queries.ts';
import { addEntry } from './add-entry.ts';

/** So many comments has no story; a program that writes more has gone wrong. */
const most = 500;

/** Says something about a passage of a story, or about the whole. No word of the text changes, so no signature falls. Refuses: NotFound (404), Forbidden (403),
 *  CannotSee (422) for somebody mentioned who may not see the story, TooManyComments (422). */
export async function addComment(
  ctx: Ctx,
  actor: Actor,
  request: NewComment & { storyId: string },
): Promise<CommentView[]> {
  return ctx.transaction(async (tx) => {
    const story = await storyForUpdate(tx, request.storyId);
    mustSee(tx, actor, 'story.read', story);
    must(tx, actor, 'story.comment', story);
    await mustBeColleagues(tx, story, request.mentions);
    if ((await countComments(tx, story.id)) >= most) refuse('TooManyComments', { most });
    const anchor = request.anchor ?? (await anchorInDraft(tx, story.id, request));
    const commentId = newId<'comment'>();
    await tx.client.query(
      `insert into newsroom.comments (county_id, id, story_id, revision_id, part, quote, before, after, anchor, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.countyId,
        commentId,
        story.id,
        story.revisionId,
        request.part,
        request.quote,
        request.before,
        request.after,
        anchor === null ? null : JSON.stringify(anchor),
        actor.id,
        tx.at,
      ],
    );
    const said = { kind: 'said', words: request.words, mentions: request.mentions } as const;
    await addEntry(tx, actor, story, { ...said, commentId, before: [] });
    await audit(tx, actor, {
      act: 'story.comment',
      noun: 'story',
      subjectId: story.id,
      placeId: placeOf(story),
    });
    return commentsOf(tx, story.id);
  });
}

// Whoever reads a version has no working copy: their words are looked for in it, so that the comment stays with them from now on. Nobody wrote there yet: the words are found when somebody does.
async function anchorInDraft(tx: Tx, storyId: string, request: NewComment): Promise<CommentAnchor | null> {
  if (request.part !== 'body' || request.quote === '') return null;
  const draft = await draftOf(tx, storyId);
  if (!draft) return null;
  const { anchorOfQuote, sharedTypes, workingCopyFrom } = await workingCopies();
  return anchorOfQuote(sharedTypes(workingCopyFrom(piecesOf(draft))).body, request);
}
