import { z } from 'zod';
import { next, paging } from './paging.ts';
import { publicStateShape, storyStateShape } from './story.ts';

const moment = z.iso.datetime();
const person = z.strictObject({ id: z.uuid(), name: z.string() });
const name = z.string().trim().min(1).max(80);
const storyIds = z.array(z.uuid()).min(1).max(50);

/** Path parameters of everything under a release. */
export const releaseParams = z.strictObject({ id: z.uuid() });
/** `POST /releases`: stories that go out at one moment; `releaseAt` null: when somebody says so. */
export const newRelease = z.strictObject({
  name,
  releaseAt: moment.nullable().default(null),
  leaveBehind: z.boolean().default(false),
  storyIds,
});
/** `PUT /releases/:id`: the whole plan, on the version it was seen in. */
export const releaseChange = newRelease.extend({ version: z.int().min(1) });
/** `POST /releases/:id/runs`. `leaveBehind`: what is not signed stays behind; without it all or none. */
export const releaseRun = z.strictObject({ leaveBehind: z.boolean().default(false) });

export const releaseLine = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['planned', 'released', 'cancelled']),
  releaseAt: moment.nullable(),
  leaveBehind: z.boolean(),
  version: z.int(),
  plannedBy: person,
  createdAt: moment,
  releasedAt: moment.nullable(),
  storyCount: z.int(),
  /** How many of them are signed and would go out now; of a past one, how many went. */
  readyCount: z.int(),
});
export type ReleaseLine = z.infer<typeof releaseLine>;
/** `sort`: `coming` has those to come first, then the latest. */
export const releaseListQuery = z.strictObject({
  ...paging,
  state: z.enum(['planned', 'released', 'cancelled']).optional(),
  sort: z.enum(['coming', '-at', 'at', 'name']).default('coming'),
});
export type ReleaseListQuery = z.output<typeof releaseListQuery>;
export const releaseListView = z.strictObject({ items: z.array(releaseLine), next });
export const releaseView = releaseLine.extend({
  stories: z.array(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      state: storyStateShape,
      publicState: publicStateShape,
      /** It would go out now: every signature is there, and nothing else holds it back. */
      isReady: z.boolean(),
      /** What became of it; null while the release is planned, or when it was cancelled. */
      outcome: z.enum(['published', 'left']).nullable(),
    }),
  ),
  mayPlan: z.boolean(),
  /** Whether the asker may send out now what is ready: that asks `story.publish` of each. */
  mayRun: z.boolean(),
});
export type ReleaseView = z.infer<typeof releaseView>;
