import { z } from 'zod';
import { batchAnswer, batchOf } from '#platform/batch-contract';
import { assignmentKindShape } from './idea.ts';

const id = z.uuid();

/** What may be done to several stories at once; `POST /stories/batches`. */
export const storyAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('submit'), id, version: z.int().min(1) }),
  z.strictObject({ do: z.literal('take-back'), id }),
  /** `from`: where it must stand now, so that taking a move back never undoes somebody else's. */
  z.strictObject({ do: z.literal('move'), id, sectionId: id, from: id.optional() }),
  z.strictObject({ do: z.literal('assign'), id, editorId: id.nullable(), from: id.nullable().optional() }),
  z.strictObject({
    do: z.literal('hold-over'),
    id,
    remindAt: z.iso.datetime().nullable().optional(),
    note: z.string().trim().max(300).optional(),
  }),
  z.strictObject({ do: z.literal('resume'), id }),
  z.strictObject({
    do: z.literal('tag'),
    id,
    add: z.array(id).max(20).default([]),
    remove: z.array(id).max(20).default([]),
  }),
  /** Of a submission, whose id is its story's: the desk takes it, and its sender is told. */
  z.strictObject({ do: z.literal('accept'), id }),
  /** Of a submission: it becomes part of another story. */
  z.strictObject({ do: z.literal('merge'), id, storyId: id, append: z.boolean() }),
  /** Of a text that waits for a signature: back to its author with a reason, signed, on the version that was seen. */
  z.strictObject({
    do: z.literal('return'),
    id,
    version: z.int().min(1),
    reason: z.string().trim().min(1).max(1_000),
  }),
  z.strictObject({ do: z.literal('take-back-signature'), id, signatureId: id }),
  z.strictObject({ do: z.literal('archive'), id }),
  z.strictObject({ do: z.literal('unarchive'), id }),
  z.strictObject({ do: z.literal('discard'), id }),
  /** Whatever brings it back to the desk: out of the archive, from aside, from among the rejected or the held. */
  z.strictObject({ do: z.literal('bring-back'), id }),
]);
export type StoryAct = z.output<typeof storyAct>;
export const storyBatch = batchOf(storyAct);
export const storyBatchAnswer = batchAnswer(storyAct);

/** What may be done to several ideas at once; `POST /ideas/batches`. */
export const ideaAct = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('conclude'), id, as: z.enum(['done', 'dropped']) }),
  z.strictObject({ do: z.literal('reopen'), id }),
  z.strictObject({ do: z.literal('move'), id, sectionId: id.nullable(), from: id.nullable().optional() }),
  /** Asks a person for one part: the first of this kind that nobody has, or a new one. */
  z.strictObject({ do: z.literal('assign'), id, personId: id, kind: assignmentKindShape }),
  /** Takes back an asking: `added`, the part itself goes with it. */
  z.strictObject({ do: z.literal('unassign'), id, assignmentId: id, version: z.int().min(1), added: z.boolean() }),
]);
export type IdeaAct = z.output<typeof ideaAct>;
export const ideaBatch = batchOf(ideaAct);
export const ideaBatchAnswer = batchAnswer(ideaAct);
