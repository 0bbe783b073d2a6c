import { lazy } from 'react';
import type { StorySlots } from '../newsroom/slots.ts';

/** What channels show on a story: its copies with their receipts, and the plan before a correction. Fetched when first shown. */
export const storySlots: StorySlots = {
  Copies: lazy(async () => ({ default: (await import('./copies-part.tsx')).CopiesPart })),
  Plan: lazy(async () => ({ default: (await import('./correction-plan.tsx')).CorrectionPlan })),
};
