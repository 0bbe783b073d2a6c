import { z } from 'zod';

const moment = z.iso.datetime();
const person = z.strictObject({ id: z.uuid(), name: z.string() });

/** Where a comment (批注) stands: headline, lead, body, or the story as a whole. */
export const commentPartShape = z.enum(['title', 'deck', 'body', 'story']);
const point = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) }).nullish();
// A position names the body or nothing: another name would make a shared type of that name in the reader's document.
const position = z.strictObject({
  type: point,
  tname: z.literal('body').nullish(),
  item: point,
  assoc: z.int().min(-1).max(1).optional(),
});
/** Two relative positions in the working copy (Yjs, JSON form). */
export const commentAnchor = z.strictObject({ from: position, to: position });
export type CommentAnchor = z.infer<typeof commentAnchor>;
const saying = {
  words: z.string().trim().min(1).max(2_000),
  /** Colleagues who are told; whoever may not see the story is refused. */
  mentions: z.array(z.uuid()).max(10).default([]),
};

/** `POST /stories/:id/comments`. `quote` are the words it is about, `before` and `after` a few signs around them. */
export const newComment = z.strictObject({
  ...saying,
  part: commentPartShape,
  quote: z.string().max(500).default(''),
  before: z.string().max(80).default(''),
  after: z.string().max(80).default(''),
  /** From whoever writes in the working copy; whoever reads a version leaves it out, and the words are looked for. */
  anchor: commentAnchor.nullable().default(null),
});
export type NewComment = z.output<typeof newComment>;

/** `POST /stories/:id/comments/:commentId/entries`: an answer, or that it is settled (`resolved`) or not (`reopened`), with a word or without. */
export const newCommentEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('said'), ...saying }),
  z.strictObject({ kind: z.enum(['resolved', 'reopened']) }),
]);
export type NewCommentEntry = z.output<typeof newCommentEntry>;

export const commentEntryView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['said', 'resolved', 'reopened']),
  words: z.string(),
  mentioned: z.array(person),
  by: person,
  at: moment,
});
/** A comment with everything said under it, the first words first. */
export const commentView = z.strictObject({
  id: z.uuid(),
  part: commentPartShape,
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  anchor: commentAnchor.nullable(),
  /** The version that was the present one when it was made. */
  version: z.int(),
  open: z.boolean(),
  entries: z.array(commentEntryView),
});
export type CommentView = z.infer<typeof commentView>;
/** In the order in which they were made. */
export const commentListView = z.strictObject({ items: z.array(commentView) });
export type CommentListView = z.infer<typeof commentListView>;
export const commentParams = z.strictObject({ id: z.uuid(), commentId: z.uuid() });
/** Who can be asked to look at a story's comments. */
export const colleagueListView = z.strictObject({ items: z.array(person) });
