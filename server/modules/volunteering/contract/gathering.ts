import { z } from 'zod';
import { day, placeLine, words } from '#places/contract';
import { termKey } from './service.ts';
import { cursor, limit } from './words.ts';

/** 培训 or 例会. */
export const gatheringKind = z.enum(['training', 'meeting']);
export type GatheringKind = z.infer<typeof gatheringKind>;

const guestIds = z.array(z.uuid()).max(300);
const topic = z.string().trim().min(1).max(120);
const room = z.string().trim().max(120);

/** Calls volunteers together. May lie in the past: what was held is written down afterwards. */
export const newGathering = z.strictObject({
  kind: gatheringKind,
  topic,
  placeId: z.uuid(),
  room: room.default(''),
  /** Whose it is; left out: of the place. */
  teamId: z.uuid().nullable().default(null),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** Of trainings alone: the word that services ask for. */
  training: termKey.nullable().default(null),
  /** Last day on which it counts; null: it does not end. */
  validUntil: day.nullable().default(null),
  guestIds: guestIds.default([]),
});
export type NewGathering = z.output<typeof newGathering>;
/** What is left out stays. `version` is that of what was seen; `guestIds` are all who are invited; whoever was there stays on the list. */
export const gatheringChange = z.strictObject({
  version: z.int(),
  topic: topic.optional(),
  room: room.optional(),
  startsAt: z.iso.datetime().optional(),
  endsAt: z.iso.datetime().optional(),
  validUntil: day.nullable().optional(),
  guestIds: guestIds.optional(),
  cancelled: z.literal(true).optional(),
});
export type GatheringChange = z.infer<typeof gatheringChange>;
/** Who was there, one or many at once; `false` takes back what was written down. */
export const presenceChange = z.strictObject({ personIds: z.array(z.uuid()).min(1).max(300), present: z.boolean() });
export type PresenceChange = z.infer<typeof presenceChange>;

export const gatheringLine = z.strictObject({
  id: z.uuid(),
  kind: gatheringKind,
  topic: z.string(),
  place: placeLine,
  room: z.string(),
  team: z.strictObject({ id: z.uuid(), name: words }).nullable(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  training: z.string().nullable(),
  validUntil: day.nullable(),
  cancelled: z.boolean(),
  version: z.int(),
  calledBy: z.string(),
  /** For those who keep it; whoever is invited sees themselves alone. */
  guests: z.array(z.strictObject({ personId: z.uuid(), name: z.string(), present: z.boolean() })),
  guestCount: z.int(),
  presentCount: z.int(),
  abilities: z.array(z.string()),
});
export type GatheringLine = z.infer<typeof gatheringLine>;
export const gatheringList = z.strictObject({
  items: z.array(gatheringLine),
  next: z.string().nullable(),
  total: z.int(),
});
export const gatheringQuery = z.strictObject({
  when: z.enum(['coming', 'past']).default('coming'),
  /** Nearest to today first, or farthest. */
  sort: z.enum(['near', 'far']).default('near'),
  kind: gatheringKind.optional(),
  /** Only those to which I am invited. */
  mine: z.stringbool().optional(),
  placeId: z.uuid().optional(),
  q: z.string().max(60).optional(),
  cursor,
  limit,
});
export type GatheringQuery = z.output<typeof gatheringQuery>;

/** What a volunteer has learned, as it counts today. */
export const trainingRecord = z.strictObject({
  gatheringId: z.uuid(),
  topic: z.string(),
  training: z.string().nullable(),
  heldAt: z.iso.datetime(),
  minutes: z.int(),
  validUntil: day.nullable(),
  valid: z.boolean(),
  /** Who wrote down that they were there. */
  markedBy: z.string(),
});
export type TrainingRecord = z.infer<typeof trainingRecord>;
