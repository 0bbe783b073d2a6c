import { z } from 'zod';
import { materialViewShape } from '#media/contract';

/** The largest attachment that is taken: about a quarter of an hour of a telephone's film. */
export const largestAttachmentBytes = 2 * 1024 ** 3;

/** What goes with a story: a film, a sound or a document. Its bytes come as an upload whose fingerprint is `attachment:<id>`. */
export const attachmentView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  bytes: z.int(),
  /** Null where the telephone could not tell. */
  seconds: z.int().nullable(),
  sentBy: z.strictObject({ id: z.uuid(), name: z.string() }),
  toldAt: z.iso.datetime(),
  /** coming: not all of it is here, `arrived` of its bytes are; here: it is in the library; refused: nothing could be made of it, `refusal` says why. */
  state: z.enum(['coming', 'here', 'refused']),
  arrived: z.int(),
  refusal: z.string().nullable(),
  /** What the library says of it, with its poster and what can be played; null until it is here. */
  material: materialViewShape.nullable(),
  /** Whether the asker may take it from the story. */
  mayRemove: z.boolean(),
});
export type AttachmentView = z.infer<typeof attachmentView>;
/** In the order in which they were told. */
export const attachmentListView = z.strictObject({ items: z.array(attachmentView) });
export type AttachmentListView = z.infer<typeof attachmentListView>;
export const attachmentParams = z.strictObject({ id: z.uuid(), attachmentId: z.uuid() });
/** `POST /stories/:id/attachments`: an attachment will follow. */
export const attachmentTold = z.strictObject({
  /** Made on the device that holds it. */
  id: z.uuid(),
  name: z.string().trim().min(1).max(200),
  bytes: z.int().min(1).max(largestAttachmentBytes),
  seconds: z.int().min(0).max(7_200).nullable(),
});
export type AttachmentTold = z.infer<typeof attachmentTold>;
