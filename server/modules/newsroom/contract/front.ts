import { z } from 'zod';
import { words } from '#places/contract';

const moment = z.iso.datetime();
const person = z.strictObject({ id: z.uuid(), name: z.string() });
const storyRef = z.strictObject({ id: z.uuid(), title: z.string(), slug: z.string().nullable() });

/** A story that somebody put on a front, and for how long. */
export const placementView = z.strictObject({
  id: z.uuid(),
  /** 1 is the head of the page. */
  slot: z.int(),
  story: storyRef,
  fromAt: moment,
  untilAt: moment.nullable(),
  placedBy: person,
  placedAt: moment,
  removedBy: person.nullable(),
  removedAt: moment.nullable(),
  /** `now`: within its times. `later`: not yet. `over`: its time has passed, or somebody took it away. */
  standing: z.enum(['now', 'later', 'over']),
});
export type PlacementView = z.infer<typeof placementView>;

/** `GET /front`: without a section the county's front page. */
export const frontQuery = z.strictObject({ section: z.uuid().optional() });
export const frontView = z.strictObject({
  section: z.strictObject({ id: z.uuid(), slug: z.string(), name: words }).nullable(),
  /** What readers see in each place now: what somebody put there, or the newest; null where there is nothing. */
  slots: z.array(z.strictObject({ slot: z.int(), story: storyRef.nullable(), placement: placementView.nullable() })),
  /** What will come, soonest first. */
  coming: z.array(placementView),
  /** The latest 50 that are over, latest first. */
  past: z.array(placementView),
});
export type FrontView = z.infer<typeof frontView>;

/** `POST /placements`. `fromAt` left out: from now. */
export const newPlacement = z.strictObject({
  section: z.uuid().nullable().default(null),
  slot: z.int().min(1).max(4),
  storyId: z.uuid(),
  fromAt: moment.optional(),
  untilAt: moment.nullable().default(null),
});
export const placementParams = z.strictObject({ id: z.uuid() });
/** `PATCH /placements/:id`: to another place, where it changes places with what stands there; or for another time. */
export const placementChange = z.strictObject({
  slot: z.int().min(1).max(4).optional(),
  untilAt: moment.nullable().optional(),
});
