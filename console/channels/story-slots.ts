import { lazy } from 'react';
import type { StorySlots } from '../newsroom/slots.ts';

/** What channels show on a story: its copies with their receipts, the plan before a correction, how it would stand elsewhere while it is written, and where it goes with the last signature. Fetched when first shown. */
export const storySlots: StorySlots = {
  Copies: lazy(async () => ({ default: (await import('./copies-part.tsx')).CopiesPart })),
  Plan: lazy(async () => ({ default: (await import('./correction-plan.tsx')).CorrectionPlan })),
  Previews: lazy(async () => ({ default: (await import('./previews-part.tsx')).PreviewsPart })),
  Departure: lazy(async () => ({ default: (await import('./departure-plan.tsx')).DeparturePlan })),
};
