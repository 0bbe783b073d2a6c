import { route } from '#platform/http/route';
import { addComment } from '../comments/add-comment.ts';
import { answerComment } from '../comments/answer-comment.ts';
import { colleaguesAt } from '../comments/colleagues.ts';
import { readComments } from '../comments/read-comments.ts';
import {
  colleagueListView,
  commentListView,
  commentParams,
  newComment,
  newCommentEntry,
  storyParams,
} from '../contract.ts';

/** What colleagues say to each other about a text, beside it. */
export const commentRoutes = [
  route({
    method: 'GET',
    path: '/stories/:id/comments',
    ability: 'signed-in',
    summary: 'What was said about this story, open and settled, each with its answers.',
    params: storyParams,
    answer: commentListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await readComments(ctx, actor, params.id) }),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/comments',
    ability: 'signed-in',
    summary: 'Says something about a passage or the whole. No signature falls by it.',
    params: storyParams,
    body: newComment,
    answer: commentListView,
    refuses: ['NotFound', 'Forbidden', 'CannotSee', 'TooManyComments'],
    handle: async ({ ctx, actor, params, body }) => ({
      items: await addComment(ctx, actor, { ...body, storyId: params.id }),
    }),
  }),
  route({
    method: 'POST',
    path: '/stories/:id/comments/:commentId/entries',
    ability: 'signed-in',
    summary: 'Answers a comment, settles it or takes it up again.',
    params: commentParams,
    body: newCommentEntry,
    answer: commentListView,
    refuses: ['NotFound', 'Forbidden', 'CannotSee', 'TooManyComments'],
    handle: async ({ ctx, actor, params, body }) => ({
      items: await answerComment(ctx, actor, { storyId: params.id, commentId: params.commentId, entry: body }),
    }),
  }),
  route({
    method: 'GET',
    path: '/stories/:id/colleagues',
    ability: 'signed-in',
    summary: 'Who can be asked to look at a comment of this story.',
    params: storyParams,
    answer: colleagueListView,
    refuses: ['NotFound'],
    handle: async ({ ctx, actor, params }) => ({ items: await colleaguesAt(ctx, actor, params.id) }),
  }),
];
