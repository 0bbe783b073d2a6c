import { z } from 'zod';

const moment = z.iso.datetime();

/** A copy of an edition in a channel, as the desk sees it. */
export const copyView = z.strictObject({
  id: z.uuid(),
  storyId: z.uuid(),
  storyTitle: z.string(),
  editionId: z.uuid(),
  editionNumber: z.int(),
  channel: z.string(),
  channelName: z.string(),
  state: z.enum(['waiting', 'published', 'drifted', 'failed', 'withdrawn', 'replaced']),
  address: z.string().nullable(),
  hashSent: z.string(),
  hashSeen: z.string().nullable(),
  attempts: z.int(),
  problem: z.string().nullable(),
  plannedAt: moment,
  publishedAt: moment.nullable(),
  seenAt: moment.nullable(),
  changedAt: moment,
  /** What the asker may do with it as it stands. */
  abilities: z.array(z.string()),
});
export type CopyView = z.infer<typeof copyView>;
/** `GET /copies`: those that need somebody, or only those in one state. */
export const copyListQuery = z.strictObject({
  state: z.enum(['waiting', 'published', 'drifted', 'failed']).optional(),
  /** In the story's headline. */
  q: z.string().trim().min(1).max(100).optional(),
  /** Of stories of this place or below it. */
  place: z.uuid().optional(),
  /** By their latest change. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type CopyListQuery = z.output<typeof copyListQuery>;
export const copyPage = z.strictObject({ items: z.array(copyView), next: z.string().nullable() });
export const copyParams = z.strictObject({ id: z.uuid() });
export const copyListView = z.strictObject({ items: z.array(copyView) });
export const storyCopiesParams = z.strictObject({ id: z.uuid() });

/** What a correction or withdrawal would do to each copy, before the click. */
export const correctionPlanView = z.strictObject({
  items: z.array(
    z.strictObject({
      copyId: z.uuid(),
      channel: z.string(),
      channelName: z.string(),
      address: z.string().nullable(),
      correct: z.enum(['replace', 'delete-and-resend', 'notice', 'none']),
      withdraw: z.enum(['replace', 'delete-and-resend', 'notice', 'none']),
    }),
  ),
});
