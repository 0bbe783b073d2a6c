import { z } from 'zod';

const moment = z.iso.datetime();

const copyState = z.enum([
  'planned',
  'waiting',
  'sending',
  'accepted',
  'published',
  'drifted',
  'failed',
  'manual',
  'withdrawing',
  'withdrawn',
  'superseded',
]);

/** A copy of an edition in a channel, as the desk sees it. */
export const copyView = z.strictObject({
  id: z.uuid(),
  storyId: z.uuid(),
  storyTitle: z.string(),
  editionId: z.uuid(),
  editionNumber: z.int(),
  channel: z.string(),
  channelName: z.string(),
  state: copyState,
  address: z.string().nullable(),
  hashSent: z.string(),
  hashSeen: z.string().nullable(),
  /** How often it was read back since it last changed. */
  looks: z.int(),
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
  state: copyState.exclude(['accepted', 'withdrawn', 'superseded']).optional(),
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

/** What a correction or a withdrawal would do to one copy. */
const plannedTurn = z.strictObject({
  copyId: z.uuid(),
  channel: z.string(),
  channelName: z.string(),
  address: z.string().nullable(),
  correct: z.enum(['edit', 'replace', 'notice', 'none']),
  withdraw: z.enum(['edit', 'delete', 'notice', 'none']),
});
export type PlannedTurn = z.infer<typeof plannedTurn>;
/** `GET /stories/:id/correction-plan`: copy by copy, before the click. */
export const correctionPlanView = z.strictObject({ items: z.array(plannedTurn) });
