import { z } from 'zod';
import { words } from '#places/contract';
import { chainStepShape } from './story.ts';

export const separationShape = z.enum(['strict', 'paired', 'logged']);
const line = z.string().trim().min(1).max(80);

/** One step of a chain (审稿流程): who may sign it, within how many minutes the person on duty is told. */
export const chainStep = z.strictObject({
  step: chainStepShape,
  roles: z.array(z.string().max(40)).min(1).max(8),
  /** An earlier step that the same person may sign; only in a `paired` chain. */
  pairedWith: chainStepShape.nullable().default(null),
  dueMinutes: z.int().min(1).max(43_200),
  importantOnly: z.boolean().default(false),
  /** What the reviewer looks at, a line each. */
  checkList: z.array(line).max(12).default([]),
  checkListRequired: z.boolean().default(false),
});
export type ChainStepView = z.output<typeof chainStep>;
const steps = z.array(chainStep).min(1).max(9);

/** A chain as it stands. `strict`: nobody signs twice; `paired`: paired steps may be one person's; `logged`: a second step by one person is possible and recorded with its reason. */
export const chainView = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  name: words,
  /** For sections that name no chain. */
  isDefault: z.boolean(),
  /** Its texts are marked for ever and reviewed afterwards. */
  isUrgent: z.boolean(),
  ended: z.boolean(),
  number: z.int(),
  separation: separationShape,
  steps: z.array(chainStep),
  /** Null: from the program. */
  arrangedBy: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  arrangedAt: z.iso.datetime().nullable(),
  sections: z.array(z.strictObject({ id: z.uuid(), name: words })),
  /** Texts in review by each of its versions, the latest first; versions without any are left out. */
  inReview: z.array(z.strictObject({ number: z.int(), count: z.int() })),
});
export type ChainView = z.infer<typeof chainView>;
export const partShape = z.enum(['title', 'lead', 'body', 'picture', 'caption', 'byline', 'places', 'notice']);
/** When this part is changed in review, the signatures of these steps fall; those of the last step always do. */
export const voidingRule = z.strictObject({ part: partShape, falls: z.array(chainStepShape).max(9) });
export type VoidingRule = z.infer<typeof voidingRule>;
export const voidingParams = z.strictObject({ part: partShape });
/** `PUT /voiding-rules/:part`. */
export const voidingChange = voidingRule.omit({ part: true });
/** `roles`: which roles a chain may ask for each step. */
export const chainListView = z.strictObject({
  items: z.array(chainView),
  roles: z.record(chainStepShape, z.array(z.string())),
  voiding: z.array(voidingRule),
});
export type ChainListView = z.infer<typeof chainListView>;
/** `POST /chains`. */
export const newChain = z.strictObject({ name: words, separation: separationShape, steps });
/** `PATCH /chains/:id`. */
export const chainChange = z.strictObject({
  name: words.optional(),
  isDefault: z.literal(true).optional(),
  ended: z.boolean().optional(),
});
/** `POST /chains/:id/versions`: `basedOn` is the number it was arranged from. */
export const chainArrangement = z.strictObject({ basedOn: z.int().min(1), separation: separationShape, steps });
export type ChainArrangementRequest = z.input<typeof chainArrangement>;
export const chainParams = z.strictObject({ id: z.uuid() });
