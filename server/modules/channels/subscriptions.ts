import { storyPublished, storyRestored, storyWithdrawn } from '#newsroom';
import { within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { planCopies, turnCopies } from './copy/plan-copies.ts';

/** Copies follow the newsroom inside its own transactions: no publication without its plan. */
export const subscriptions: readonly Subscription[] = [
  within(storyPublished, planCopies),
  within(storyWithdrawn, (tx, event, actor) => turnCopies(tx, event.payload.storyId, 'withdrawn', actor)),
  within(storyRestored, (tx, event, actor) => turnCopies(tx, event.payload.storyId, 'published', actor)),
];
