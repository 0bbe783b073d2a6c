import { storyPublished, storyRestored, storyWithdrawn } from '#newsroom';
import { within } from '#platform/events';
import type { Subscription } from '#platform/events';
import { recallCopies, restoreCopies } from './copy/follow-withdrawal.ts';
import { planCopies } from './copy/plan-copies.ts';

/** Copies follow the newsroom inside its own transactions: no publication without its plan. */
export const subscriptions: readonly Subscription[] = [
  within(storyPublished, planCopies),
  within(storyWithdrawn, (tx, event, actor) => recallCopies(tx, event.payload.storyId, actor)),
  within(storyRestored, (tx, event, actor) => restoreCopies(tx, event.payload.storyId, actor)),
];
